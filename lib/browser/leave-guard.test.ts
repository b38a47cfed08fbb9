import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { guardLeaving } from './leave-guard';

let page: EventTarget & { visibilityState?: string };

beforeEach(() => {
  page = new EventTarget();
  vi.stubGlobal('document', page);
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
});
afterEach(() => vi.unstubAllGlobals());

function leave(type: string): Event {
  const event = Object.defineProperty(new Event(type, { cancelable: true }), 'returnValue', {
    value: '',
    writable: true,
  });
  page.dispatchEvent(event);
  return event;
}

test('what is typed and not written makes the browser ask, and is written meanwhile', () => {
  const flush = vi.fn();
  guardLeaving({ isWritten: () => false, flush });
  expect(leave('beforeunload')).toMatchObject({ defaultPrevented: true, returnValue: true });
  expect(flush).toHaveBeenCalledOnce();
});

test('nobody is asked when everything is written', () => {
  guardLeaving({ isWritten: () => true, flush: vi.fn() });
  expect(leave('beforeunload').defaultPrevented).toBe(false);
});

test('a page that goes or is hidden writes; one that comes into sight does not', () => {
  const flush = vi.fn();
  const stop = guardLeaving({ isWritten: () => false, flush });
  leave('pagehide');
  page.visibilityState = 'hidden';
  leave('visibilitychange');
  expect(flush).toHaveBeenCalledTimes(2);
  page.visibilityState = 'visible';
  leave('visibilitychange');
  expect(flush).toHaveBeenCalledTimes(2);
  stop();
  leave('pagehide');
  expect(flush).toHaveBeenCalledTimes(2);
});
