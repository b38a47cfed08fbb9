import { expect, test } from 'vitest';
import { createHeldKeys } from './held-keys';

const MINUTE = 60_000;
const aKey = () => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt']);

/** The worker's keys, and what it answers to a question. */
function worker() {
  let now = 1_000_000;
  const keep = createHeldKeys(() => now);
  const ask = (kid: string): unknown => {
    const answers: unknown[] = [];
    keep({ type: 'ASK_KEY', kid }, { postMessage: (answer: unknown) => void answers.push(answer) });
    expect(answers).toHaveLength(1);
    return answers[0];
  };
  return { keep, ask, pass: (ms: number) => (now += ms) };
}

test('gives the key that was asked for, and no other', async () => {
  const { keep, ask } = worker();
  const [one, other] = [await aKey(), await aKey()];
  keep({ type: 'HOLD_KEY', kid: 'one', key: one }, undefined);
  keep({ type: 'HOLD_KEY', kid: 'other', key: other }, undefined);
  expect([ask('one'), ask('other'), ask('third')]).toEqual([one, other, null]);
});

test('has nothing after a lock', async () => {
  const { keep, ask } = worker();
  keep({ type: 'HOLD_KEY', kid: 'one', key: await aKey() }, undefined);
  keep({ type: 'DROP_KEYS' }, undefined);
  expect(ask('one')).toBeNull();
});

test('has nothing for a counter that nobody touched for five minutes, whichever way its clock went', async () => {
  const { keep, ask, pass } = worker();
  keep({ type: 'HOLD_KEY', kid: 'one', key: await aKey() }, undefined);
  pass(4 * MINUTE);
  expect(ask('one')).not.toBeNull();
  pass(MINUTE);
  expect(ask('one')).toBeNull();
  pass(-60 * MINUTE);
  expect(ask('one')).toBeNull();
});

test('other words of a page do not concern it', () => {
  const { keep, ask } = worker();
  for (const message of [null, { type: 'FLUSH' }, { type: 'SKIP_WAITING' }] as const)
    keep(message, undefined);
  expect(ask('one')).toBeNull();
});
