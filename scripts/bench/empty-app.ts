import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from '../start/app-server.mjs';
import { run } from '../start/child.mjs';
import { freePort } from '../start/free-port.mjs';

export interface EmptyApp {
  readonly port: number;
  stop(): Promise<void>;
}

/** Builds `bench/empty-next` with this project's Next in a folder of its own and serves it. */
export async function startEmptyApp(root: string): Promise<EmptyApp> {
  const folder = mkdtempSync(join(tmpdir(), 'setu-empty-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    cpSync(join(root, 'bench/empty-next'), folder, { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
    const { code, output } = await run(
      process.execPath,
      [join(root, 'node_modules/next/dist/bin/next'), 'build', '--webpack'],
      { cwd: folder, env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } },
    );
    if (code !== 0) throw new Error(`The empty app could not be built:\n${output}`);
    const port = await freePort();
    const app = await startApp(folder, { port });
    const stop = async () => {
      await app.stop();
      remove();
    };
    return { port, stop };
  } catch (error) {
    remove();
    throw error;
  }
}
