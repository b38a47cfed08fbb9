import type { ChildProcess } from 'node:child_process';

export interface RunningPostgres {
  readonly url: string;
  readonly pid: number | undefined;
  readonly folder: string;
  readonly child: ChildProcess;
  stop(): Promise<void>;
}

export function startPostgres(root: string, dataDir: string): Promise<RunningPostgres>;
