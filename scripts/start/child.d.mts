import type { ChildProcess, SpawnOptions } from 'node:child_process';

type RunOptions = SpawnOptions & { readonly show?: boolean; readonly timeoutMs?: number };
type RunResult = { readonly code: number; readonly signal: NodeJS.Signals | null; readonly output: string };

export function run(command: string, args: readonly string[], options?: RunOptions): Promise<RunResult>;
export function endChild(
  child: ChildProcess | undefined,
  signal?: NodeJS.Signals,
  patienceMs?: number,
): Promise<void>;
export function npm(args: readonly string[], options?: RunOptions): Promise<RunResult>;
