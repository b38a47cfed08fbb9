import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whenDrawn } from './when-drawn';

const place = {} as HTMLElement;
let frames: (() => void)[] = [];
const draw = () => {
  for (const frame of frames.splice(0)) frame();
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
});
afterEach(() => {
  frames = [];
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('what is there is gone to at once, what comes later when it comes', () => {
  const go = vi.fn();
  whenDrawn(() => place, go);
  expect(go).toHaveBeenCalledExactlyOnceWith(place);

  let drawn: HTMLElement | null = null;
  const later = vi.fn();
  whenDrawn(() => drawn, later);
  draw();
  expect(later).not.toHaveBeenCalled();
  drawn = place;
  draw();
  draw();
  expect(later).toHaveBeenCalledExactlyOnceWith(place);
});

test('a later jump takes the place of one that still waits', () => {
  let drawn: HTMLElement | null = null;
  const first = vi.fn();
  const isCurrent = whenDrawn(() => drawn, first);
  whenDrawn(() => place, vi.fn());
  drawn = place;
  draw();
  expect(first).not.toHaveBeenCalled();
  expect(isCurrent()).toBe(false);
});

test('what does not come in time is null, once', () => {
  const go = vi.fn();
  whenDrawn(() => null, go);
  vi.advanceTimersByTime(2000);
  draw();
  draw();
  expect(go).toHaveBeenCalledExactlyOnceWith(null);
});
