const NEVER = new Promise<never>(() => {});

/**
 * A piece of work of one tab that stops before every call of a port until it is told to go on, so that a run is the
 * same each time it is repeated: only one task of a world moves at a time.
 */
export class Task {
  isOver = false;
  /** What the work threw; undefined when it did not. */
  failure: unknown;
  #goOn: (() => void) | null = null;
  #stopped: () => void = () => {};
  #isDead = false;

  constructor(
    readonly tab: number,
    readonly name: string,
  ) {}

  /** Comes before every call of a port. A task that was killed does nothing more, and nobody hears of it. */
  readonly turn = async (): Promise<void> => {
    if (this.#isDead) await NEVER;
    await new Promise<void>((resolve) => {
      this.#goOn = resolve;
      this.#stopped();
    });
  };

  /** Starts the work and resolves when it stops for the first time. */
  begin(work: (task: Task) => Promise<unknown>): Promise<void> {
    const stop = this.#nextStop();
    work(this)
      .catch((error: unknown) => {
        this.failure = error;
      })
      .finally(() => {
        this.isOver = true;
        this.#stopped();
      });
    return stop;
  }

  /** Lets the work do one call; resolves when it stops again or is over. */
  async step(): Promise<void> {
    const goOn = this.#goOn;
    if (goOn === null || this.isOver || this.#isDead) return;
    const stop = this.#nextStop();
    this.#goOn = null;
    goOn();
    await stop;
  }

  async run(most: number): Promise<void> {
    for (let n = 0; n < most && !this.isOver && !this.#isDead; n += 1) await this.step();
  }

  kill(): void {
    this.#isDead = true;
    this.isOver = true;
  }

  #nextStop(): Promise<void> {
    return new Promise((resolve) => {
      this.#stopped = resolve;
    });
  }
}

/** The same port, of which every method first waits for its turn. */
export function withTurns<T extends object>(port: T, turn: () => Promise<void>): T {
  const methods = Object.entries(port).map(([name, method]) => [
    name,
    async (...args: unknown[]) => {
      await turn();
      return (method as (...args: unknown[]) => unknown)(...args);
    },
  ]);
  return Object.fromEntries(methods) as T;
}
