import type { ChildProcess } from 'node:child_process';

export interface RunningPostgres {
  /** Of whoever owns its tables. */
  readonly url: string;
  /** Of the app itself, once `prepareDatabase` gave it its rights. */
  readonly appUrl: string;
  readonly pid: number | undefined;
  readonly folder: string;
  readonly child: ChildProcess;
  stop(): Promise<void>;
}

export function startPostgres(root: string, dataDir: string): Promise<RunningPostgres>;
