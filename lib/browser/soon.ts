import { afterPaint } from './after-paint';

/** Longest wait for a frame, milliseconds: a page that is busy or hidden draws none. */
const AT_THE_LATEST = 100;

/** Runs work as soon as the key that caused it is on the screen. What it gives back calls the work off. */
export function soon(work: () => void): () => void {
  const callOff = (): void => {
    clearTimeout(late);
    stopWaiting();
  };
  const go = (): void => {
    callOff();
    work();
  };
  const late = setTimeout(go, AT_THE_LATEST);
  const stopWaiting = typeof document === 'undefined' ? () => undefined : afterPaint(go);
  return callOff;
}
