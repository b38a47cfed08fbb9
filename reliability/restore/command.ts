import { type ChildProcess, spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Runs one of our commands on a data folder to its end. */
export async function runCommand(
  script: 'backup' | 'restore',
  args: readonly string[],
  dataDir: string,
): Promise<{ readonly code: number; readonly output: string }> {
  const child = begin(script, args, { SETU_DATA_DIR: dataDir });
  const output = collect(child);
  const code = await new Promise<number>((resolve) => child.once('close', (ended) => resolve(ended ?? 1)));
  return { code, output: output() };
}

/** `npm start` on a data folder, until it says that it is ready. */
export async function startAll(dataDir: string, port: number): Promise<{ stop(): Promise<void> }> {
  const child = begin('start', [], { SETU_DATA_DIR: dataDir, PORT: String(port), SETU_LOG_LEVEL: 'warn' });
  const output = collect(child);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', () => output().includes('Ready.') && resolve());
    void ended.then(() => reject(new Error(`it did not start:\n${output()}`)));
  });
  return {
    async stop() {
      child.kill('SIGINT');
      await ended;
    },
  };
}

function begin(script: string, args: readonly string[], env: Record<string, string>): ChildProcess {
  const { DATABASE_URL: _, ...rest } = process.env;
  return spawn(process.execPath, [`scripts/${script}.mjs`, ...args], {
    cwd: root,
    env: { ...rest, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function collect(child: ChildProcess): () => string {
  let text = '';
  child.stdout?.on('data', (data) => (text += data));
  child.stderr?.on('data', (data) => (text += data));
  return () => text;
}
