/** Pause after the first try that failed and the longest one, milliseconds; each is twice the one before. */
const FIRST_PAUSE = 10_000;
const LONGEST_PAUSE = 300_000;

export interface Trying {
  /** Resolves after the first try, whatever came of it. */
  readonly tried: Promise<void>;
  /** Tries at once, where it was waiting for its time: the line is back, or somebody is waiting. */
  now(): void;
  stop(): void;
}

/** Tries until it comes out. A try that throws has failed, like one that says false. */
export function tryUntil(work: () => Promise<boolean>): Trying {
  let pause = FIRST_PAUSE;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isTrying = false;
  let isOver = false;
  let isWanted = false;

  const attempt = async (): Promise<void> => {
    if (isTrying || isOver) return;
    clearTimeout(timer);
    isTrying = true;
    const isDone = await work().catch(() => false);
    isTrying = false;
    if (isDone) isOver = true;
    if (isOver) return;
    if (isWanted) {
      isWanted = false;
      return attempt();
    }
    timer = setTimeout(() => void attempt(), pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  };

  return {
    tried: attempt(),
    now: () => {
      pause = FIRST_PAUSE;
      // What is under way may hang on the line that was; its end is not waited for twice.
      isWanted = isTrying;
      void attempt();
    },
    stop: () => {
      isOver = true;
      clearTimeout(timer);
    },
  };
}
