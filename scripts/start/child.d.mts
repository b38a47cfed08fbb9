import type { ChildProcess, SpawnOptions } from 'node:child_process';

export function run(
  command: string,
  args: readonly string[],
  options?: SpawnOptions & { readonly show?: boolean; readonly timeoutMs?: number },
): Promise<{ readonly code: number; readonly signal: NodeJS.Signals | null; readonly output: string }>;
export function endChild(
  child: ChildProcess | undefined,
  signal?: NodeJS.Signals,
  patienceMs?: number,
): Promise<void>;
