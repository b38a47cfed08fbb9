import type { RunningServer } from '../../e2e/fixtures/running-server';

/** What every part works with. */
export interface Bench {
  /** Folder of the project. */
  readonly root: string;
  readonly server: RunningServer;
  /** How often each thing is measured. */
  readonly runs: number;
  readonly say: (words: string) => void;
  /** What only some parts understand, as it was typed. */
  readonly options: BenchOptions;
}

export interface BenchOptions {
  /** Names, separated by commas; see `bench/README.md`. */
  readonly peers?: string | undefined;
  readonly links?: string | undefined;
  readonly n?: string | undefined;
  /** Seconds after which a try is over. */
  readonly cap?: string | undefined;
  /** Begin no further try after so many minutes. */
  readonly minutes?: string | undefined;
  /** Forget the earlier tries of what is measured. */
  readonly again?: boolean | undefined;
}
