import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CATEGORIES } from './categories';
import { residentMegabytes } from './world/memory';
import { World } from './world/world';

let world: World;
beforeAll(async () => {
  world = await World.start();
}, 180_000);
afterAll(() => world?.stop());

/** Catches what hangs; how fast the server is, is measured elsewhere. */
const LONGEST_MS = 30_000;
const memory = () => residentMegabytes(world.server.pid ?? 0);

for (const { name, cases, mostGrowth } of CATEGORIES)
  describe(name, () => {
    let before = 0;
    beforeAll(() => {
      before = memory();
    });

    for (const { name, send, expected, also } of cases)
      test(name, { timeout: LONGEST_MS }, async () => {
        const answer = await send(world);
        expected(answer);
        await also?.(world, answer);
      });

    if (mostGrowth !== undefined)
      // What is held grows with every round; what is only not collected yet does not.
      test('further rounds of it leave nothing in the memory of the server', async () => {
        const after = [memory()];
        const growth = () => (after.at(-1) ?? 0) - (after.at(-2) ?? 0);
        do {
          for (const { send } of cases) await send(world);
          after.push(memory());
        } while (growth() >= mostGrowth && after.length < 5);
        const rounds = after.map((one) => one.toFixed(0)).join(', ');
        console.log(`${name}: from ${before.toFixed(0)} MB to ${rounds} MB`);
        expect(growth()).toBeLessThan(mostGrowth);
      });
  });

describe('after all of it', () => {
  test('every category has its cases, each under a name of its own', () => {
    const lines = CATEGORIES.map(
      ({ name, least, cases }) => `${String(cases.length).padStart(4)} of ${least}  ${name}`,
    );
    const total = CATEGORIES.reduce((sum, { cases }) => sum + cases.length, 0);
    console.log([...lines, `${String(total).padStart(4)} cases`].join('\n'));
    for (const { name, least, cases } of CATEGORIES) {
      expect(cases.length, name).toBeGreaterThanOrEqual(least);
      expect(new Set(cases.map((one) => one.name)).size, name).toBe(cases.length);
    }
    expect(total).toBeGreaterThanOrEqual(640);
  });

  test('the server works, and takes an ordinary application', async () => {
    expect(await world.read('/api/v1/health')).toMatchObject({ status: 'ok' });
    const { submission } = await world.file(world.centre);
    expect((await world.readCase(submission.id)).status).toBe('received');
  });

  test('its books hold what it said it took, and in quarantine what it refused, once', async () => {
    const { accepted, refused } = world.ledger.size;
    console.log(`${accepted} accepted, ${refused} in quarantine`);
    expect(Math.min(accepted, refused)).toBeGreaterThan(50);
    for (const [what, ids] of Object.entries(await world.ledger.differences(world.pool)))
      expect(ids, what).toEqual([]);
  });

  test('nothing personal stands in its log, at any level', async () => {
    // its last line takes a moment to get here
    const { submission } = await world.file(world.centre);
    await world.readCase(submission.id);
    await expect.poll(() => world.printed.join('')).toContain(submission.id);
    const printed = world.printed.join('');
    expect(world.canaries.foundIn(printed)).toEqual([]);
    expect(printed).not.toMatch(
      /a request failed by a defect|could not be (read|written)|unhandledRejection/,
    );
  });
});
