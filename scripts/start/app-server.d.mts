import type { ChildProcess } from 'node:child_process';

export interface RunningApp {
  readonly child: ChildProcess;
  readonly pid: number | undefined;
  stop(): Promise<void>;
}

export function startApp(
  root: string,
  options: {
    readonly port: number;
    readonly host?: string;
    readonly env?: Readonly<Record<string, string>>;
    readonly output?: 'inherit' | 'ignore' | ((printed: string) => void);
    readonly launcher?: readonly string[];
    readonly onSpawn?: (child: ChildProcess) => void;
  },
): Promise<RunningApp>;
