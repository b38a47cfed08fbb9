import { expect, test } from 'vitest';
import { createIdleClock, IDLE_MS } from './idle-clock';

function started() {
  const clocks = { wall: 1_000_000, steady: 0 };
  const idle = createIdleClock(() => ({ ...clocks }));
  const pass = (wall: number, steady = wall) => {
    clocks.wall += wall;
    clocks.steady += steady;
  };
  return { idle, pass };
}

test('is over after five minutes without a sign, and not before', () => {
  const { idle, pass } = started();
  expect(IDLE_MS).toBe(300_000);
  pass(IDLE_MS - 1);
  expect(idle.isOver()).toBe(false);
  expect(idle.seen()).toBe(true);
  pass(IDLE_MS - 1);
  expect(idle.isOver()).toBe(false);
  pass(1);
  expect(idle.isOver()).toBe(true);
});

test('the first key after too long opens nothing', () => {
  const { idle, pass } = started();
  pass(IDLE_MS);
  expect(idle.seen()).toBe(false);
  expect(idle.isOver()).toBe(true);
});

test('a sign in another window counts here', () => {
  const { idle, pass } = started();
  pass(IDLE_MS - 1);
  idle.heard();
  pass(IDLE_MS - 1);
  expect(idle.isOver()).toBe(false);
});

test('a machine that slept is locked, though its steady clock stood still', () => {
  const { idle, pass } = started();
  pass(IDLE_MS, 10);
  expect(idle.isOver()).toBe(true);
});

test('a clock that was set back does not keep the door open', () => {
  const { idle, pass } = started();
  pass(-24 * 60 * 60_000, IDLE_MS);
  expect(idle.isOver()).toBe(true);
});
