import fc from 'fast-check';
import type { Action, ModelFault } from './action';

const YEAR = 365 * 86_400_000;

const fault: fc.Arbitrary<ModelFault> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<ModelFault>({ kind: 'none' }) },
  fc.constantFrom<ModelFault>(
    { kind: 'request-lost' },
    { kind: 'answer-lost' },
    { kind: 'delivered-twice' },
    { kind: 'late' },
    { kind: 'portal' },
    { kind: 'busy', retryAfterMs: 30_000 },
    { kind: 'refused', code: 'malformed-request' },
    { kind: 'refused', code: 'unauthenticated' },
    { kind: 'silent' },
    { kind: 'forged' },
    { kind: 'swapped' },
  ),
);
const tab = fc.constantFrom<0 | 1>(0, 1);
const calls = fc.oneof(
  { weight: 3, arbitrary: fc.constant(99) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 9 }) },
);
const n = fc.nat(5);

const of = <T extends string>(...names: readonly T[]) => fc.constantFrom<T>(...names);

/** Any of the things that can happen, the usual ones more often. */
export const anyAction: fc.Arbitrary<Action> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: of('new-draft'), tab, calls }) },
  { weight: 4, arbitrary: fc.record({ do: of('edit', 'attach'), tab, calls, n }) },
  { weight: 7, arbitrary: fc.record({ do: of('submit'), tab, calls, n }) },
  { weight: 2, arbitrary: fc.record({ do: of('submit-twice'), n, first: tab }) },
  {
    weight: 10,
    arbitrary: fc.record({
      do: of('flush'),
      tab,
      calls,
      hurry: fc.boolean(),
      faults: fc.array(fault, { maxLength: 3 }),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({ do: of('step'), task: fc.nat(5), calls: fc.integer({ min: 1, max: 12 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: of('crash', 'freeze'), tab }) },
  { weight: 1, arbitrary: fc.record({ do: of('evict', 'publish-form', 'revoke-device') }) },
  { weight: 2, arbitrary: fc.record({ do: of('switch-user', 'deliver-late') }) },
  { weight: 4, arbitrary: fc.record({ do: of('back-up', 'restore-backup') }) },
  { weight: 1, arbitrary: fc.record({ do: of('server-down'), requests: fc.integer({ min: 1, max: 4 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: of('quota'),
      nth: fc.integer({ min: 1, max: 8 }),
      how: of('write', 'commit', 'lost'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: of('clock'),
      ms: fc.constantFrom(1, 2_000, 61_000, 900_000, -300_000, -86_400_000, 20 * YEAR, -20 * YEAR),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: of('deploy'), n, shape: of('older', 'newer') }) },
  { weight: 4, arbitrary: fc.record({ do: of('decide', 'refuse', 'ask-again'), n }) },
);
