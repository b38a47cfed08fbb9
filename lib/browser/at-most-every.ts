/**
 * Calls `work` at once, and for calls that come within `pause` milliseconds once more after it: nothing that was asked
 * for goes unheard, and nobody is kept busy by a person who types.
 */
export function atMostEvery(pause: number, work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsked = false;
  const run = (): void => {
    isAsked = false;
    work();
    timer = setTimeout(() => {
      timer = undefined;
      if (isAsked) run();
    }, pause);
  };
  return () => {
    if (timer === undefined) run();
    else isAsked = true;
  };
}
