import { act } from './act';
import type { Action } from './action';
import { check, checkSettled, type Seen } from './check';
import { runnerOf } from './device';
import { openWorld, type World } from './world';

const MINUTE = 60_000;
/** Actions that change nothing yet: no look is needed after them. */
const SILENT: ReadonlySet<Action['do']> = new Set<Action['do']>([
  'clock',
  'freeze',
  'publish-form',
  'quota',
  'revoke-device',
  'server-down',
  'switch-user',
]);

/** One run: every action, a look after each, and then the calm in which everything has to settle. */
export async function run(actions: readonly Action[]): Promise<void> {
  const world = await openWorld();
  const seen: Seen = new Map();
  try {
    for (const action of actions) {
      await act(world, action);
      if (!SILENT.has(action.do)) await check(world, seen);
    }
    await calmDown(world, seen);
    await checkSettled(world);
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${world.history.join('\n')}`, { cause: error });
  } finally {
    for (const tab of world.tabs) tab.gate.db.close();
  }
}

/** Faults stop, what is on its way ends, and then a tab flushes every minute for 16 minutes. */
async function calmDown(world: World, seen: Seen): Promise<void> {
  world.history.push('calm');
  Object.assign(world, { faults: [], downFor: 0, isRevoked: false });
  world.storeFaults.left = 0;
  for (const request of world.late.splice(0)) world.server.answer(request);
  for (const task of world.tasks) await task.run(500);
  await check(world, seen);
  const runner = runnerOf(world, world.tabs[0], { turn: async () => {} });
  for (let minute = 0; minute < 16; minute += 1) {
    world.now += MINUTE;
    const report = await runner.flushOnce();
    if (report.end === 'done' && report.reason === null && report.nextTryAt === null) break;
  }
  await check(world, seen);
}
