/**
 * Runs work after the next frame is on the screen; in a hidden page, which draws none, without waiting for it. What it
 * gives back calls the work off.
 */
export function afterPaint(work: () => void): () => void {
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    timer = setTimeout(work);
  };
  if (document.visibilityState === 'hidden') soon();
  else frame = requestAnimationFrame(soon);
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
