import type { RunningServer } from '../../e2e/fixtures/running-server';

/** What every part works with. */
export interface Bench {
  /** Folder of the project. */
  readonly root: string;
  readonly server: RunningServer;
  /** How often each thing is measured. */
  readonly runs: number;
  readonly say: (words: string) => void;
}
