import { stepHeadingId } from './step-heading-id';
import { whenDrawn } from './when-drawn';

const FIRST = 'input:not([type=file]), select, textarea, button';

/** Brings a step of the wide form on screen and puts the keyboard in its first field. */
export function focusStep(stepId: string): void {
  const heading = document.getElementById(stepHeadingId(stepId));
  const section = heading?.parentElement;
  if (!heading || !section) return;
  const isCurrent = whenDrawn(
    () => section.querySelector<HTMLElement>(FIRST),
    (first) => {
      (first ?? heading).focus({ preventScroll: true });
      heading.scrollIntoView({ block: 'start' });
    },
  );
  followWhileDrawn(heading, section.parentElement ?? section, isCurrent);
}

/** Puts the keyboard in the first field of a step that is on screen, and leaves the page where it stands. */
export function focusFirstField(stepId: string): void {
  const section = document.getElementById(stepHeadingId(stepId))?.parentElement;
  if (!section) return;
  whenDrawn(
    () => section.querySelector<HTMLElement>(FIRST),
    (first) => first?.focus({ preventScroll: true }),
  );
}

/** Sections above get their true height as they are drawn and push this one away. Whoever scrolls meanwhile is left alone. */
function followWhileDrawn(heading: HTMLElement, all: HTMLElement, isCurrent: () => boolean): void {
  const ended = new AbortController();
  const watcher = new ResizeObserver(() => {
    if (isCurrent()) heading.scrollIntoView({ block: 'start' });
    else ended.abort();
  });
  ended.signal.addEventListener('abort', () => watcher.disconnect());
  for (const type of ['wheel', 'touchmove'])
    addEventListener(type, () => ended.abort(), { once: true, passive: true, signal: ended.signal });
  watcher.observe(all);
}
