import fc from 'fast-check';
import type { OutboxItem } from '../item';
import type { LineFault } from './fake-line';
import { idOf } from './make-item';
import { type Action, act, drain, openRunner, openWorld, type World } from './model';

const fault: fc.Arbitrary<LineFault> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<LineFault>({ kind: 'none' }) },
  fc.constantFrom<LineFault>(
    { kind: 'request-lost' },
    { kind: 'answer-lost' },
    { kind: 'delivered-twice' },
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
/** Any of the things that can happen to two flushers on one device. */
export const anyAction: fc.Arbitrary<Action> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('queue' as const) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('flush' as const),
      tab,
      hurry: fc.boolean(),
      faults: fc.array(fault, { maxLength: 3 }),
    }),
  },
  {
    weight: 10,
    arbitrary: fc.record({ do: fc.constant('step' as const), count: fc.integer({ min: 1, max: 12 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      ms: fc.constantFrom(1, 2_000, 61_000, 900_000, -86_400_000),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const), tab }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('decide' as const, 'refuse' as const, 'ask-again' as const),
      n: fc.nat(6),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('back-up' as const, 'restore' as const) }) },
);

const NEXT: Record<OutboxItem['state'], readonly OutboxItem['state'][]> = {
  queued: ['queued', 'sending', 'waiting', 'received', 'needs-attention'],
  sending: ['sending', 'queued', 'waiting', 'received', 'needs-attention'],
  waiting: ['waiting', 'queued', 'sending', 'received', 'needs-attention'],
  'needs-attention': ['needs-attention', 'queued', 'received', 'sending', 'waiting'],
  received: ['received'],
};

function insist(holds: boolean, problem: string): void {
  if (!holds) throw new Error(problem);
}

/** What holds after every single step. */
function check(world: World, seen: Map<string, OutboxItem['state']>): void {
  const { device, server } = world;
  for (const n of world.queued) {
    const id = idOf(n);
    const item = device.items.get(id);
    if (!item) throw new Error(`I1: item ${n} is gone`);
    const isReadable = item.submission.sealed.ct !== '';
    if (!isReadable) insist(server.isBackedUp(id), `I1: the only copy of ${n} was let go`);
    insist(server.effectsOf(id) <= 1, `I2: item ${n} had its effect twice`);
    insist((server.offered.get(id)?.size ?? 0) <= 1, `I2: item ${n} was offered as other bytes`);
    const before = seen.get(id) ?? 'queued';
    if (!world.restored) {
      insist(NEXT[before].includes(item.state), `I7: item ${n} went from ${before} to ${item.state}`);
      if (item.state === 'received') insist(server.has(id), `I3: item ${n} is received and not there`);
    }
    seen.set(id, item.state);
  }
  insist(device.items.size === world.queued.length, 'I4: the device has items that nobody queued');
}

/** Faults stop, what is on its way ends, and then a tab flushes every minute for 16 minutes. */
async function calmDown(world: World, scheduler: fc.Scheduler): Promise<void> {
  await drain(scheduler);
  world.faults = [];
  const runner = openRunner(world, 'calm');
  for (let minute = 0; minute < 16; minute++) {
    world.now += 60_000;
    await runner.flushOnce();
  }
}

/** One run: every action with a look after it, then the calm in which everything has to settle. */
export async function run(scheduler: fc.Scheduler, actions: readonly Action[]): Promise<void> {
  const world = openWorld(scheduler);
  const seen = new Map<string, OutboxItem['state']>();
  for (const one of actions) {
    await act(world, scheduler, one);
    check(world, seen);
  }
  await calmDown(world, scheduler);
  check(world, seen);
  for (const [id, item] of world.device.items) {
    insist(['received', 'needs-attention'].includes(item.state), `I6: ${id} is still ${item.state}`);
    if (item.state === 'received') insist(world.server.has(id), `I1: ${id} is received and not there`);
  }
}
