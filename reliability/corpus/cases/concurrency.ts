import { expect } from 'vitest';
import { accepted, answered, type Case, type Category, type Expected, itemRefused, refused } from '../case';
import type { Answer } from '../world/http';
import { syncOf, type World } from '../world/world';

const decide = (world: World, id: string, ifMatch: string | null, action = 'accept') =>
  world.decide(id, action === 'accept' ? { action } : { action, note: 'অস্পষ্ট' }, ifMatch);

const withMatch = (ifMatch: string | null, expected: Expected): Case => ({
  name: `a decision with ${ifMatch === null ? 'no If-Match' : `If-Match ${ifMatch}`}`,
  send: async (world) => decide(world, (await world.file(world.centre)).submission.id, ifMatch),
  expected,
});

const codes = async (answers: readonly Promise<Answer>[]) => {
  const all = await Promise.all(answers);
  return all.map((one) => (one.status === 200 ? 'done' : (JSON.parse(one.text).code as string))).sort();
};

/** Corrects `id` once more. */
const correct = async (world: World, id: string) => {
  const { item } = await world.fillIn(world.centre, { header: { supersedes: id } });
  return world.sync(world.centre, [item]);
};

/** Nobody overwrites what he has not seen, and of two at once one wins. */
export const concurrency: Category = {
  name: 'Concurrency',
  least: 15,
  cases: [
    withMatch(null, refused('version-required')),
    withMatch('*', refused('version-required')),
    withMatch('W/"1"', refused('version-required')),
    withMatch('"1", "2"', refused('version-required')),
    withMatch('1', refused('version-required')),
    withMatch('"latest"', refused('version-required')),
    withMatch('"0"', refused('version-stale')),
    withMatch('"2"', refused('version-stale')),
    withMatch('"999999999"', refused('version-stale')),
    {
      name: 'a second decision upon what was read before the first',
      send: async (world) => {
        const { submission } = await world.file(world.centre);
        expect((await decide(world, submission.id, '"1"', 'return')).status).toBe(200);
        return decide(world, submission.id, '"1"');
      },
      expected: refused('version-stale'),
    },
    {
      name: 'a second decision upon what was read after the first',
      send: async (world) => {
        const { submission } = await world.file(world.centre);
        await decide(world, submission.id, '"1"', 'reject');
        return decide(world, submission.id, '"2"');
      },
      expected: refused('conflict'),
    },
    {
      name: 'eight officers at once: one decides',
      send: async (world) => {
        const { submission } = await world.file(world.centre);
        const said = await codes(Array.from({ length: 8 }, () => decide(world, submission.id, '"1"')));
        expect(said).toEqual(['done', ...Array(7).fill('version-stale')]);
        return world.ask(
          world.officer,
          { method: 'GET', path: `/api/v1/desk/cases/${submission.id}` },
          { mayRead: true },
        );
      },
      expected: answered(200),
      also: (_world, { text }) =>
        expect(JSON.parse(text)).toMatchObject({ status: 'accepted', version: 2, history: [{}, {}] }),
    },
    {
      name: 'a decision upon a case that was corrected',
      send: async (world) => {
        const { submission } = await world.file(world.centre);
        await correct(world, submission.id);
        return decide(world, submission.id, '"1"');
      },
      expected: refused('version-stale'),
    },
    {
      name: 'a correction of what the department accepted',
      send: async (world) => {
        const { submission } = await world.file(world.centre);
        await decide(world, submission.id, '"1"');
        return correct(world, submission.id);
      },
      expected: itemRefused('conflict'),
    },
    {
      name: 'a correction of what was returned',
      send: async (world) => {
        const { submission } = await world.file(world.centre);
        await decide(world, submission.id, '"1"', 'return');
        return correct(world, submission.id);
      },
      expected: accepted,
    },
    {
      name: 'a second correction of the same',
      send: async (world) => {
        const { submission } = await world.file(world.centre);
        await correct(world, submission.id);
        return correct(world, submission.id);
      },
      expected: itemRefused('conflict'),
    },
    {
      name: 'a correction of nothing',
      send: (world) => correct(world, '3f2b8f0e-5d0c-4a8e-9b57-0d3c1a6e7f11'),
      expected: itemRefused('supersedes-unknown'),
    },
    {
      name: 'a correction of itself',
      send: async (world) => {
        const id = '3f2b8f0e-5d0c-4a8e-9b57-0d3c1a6e7f12';
        const { item } = await world.fillIn(world.centre, { header: { id, supersedes: id } });
        return world.sync(world.centre, [item]);
      },
      expected: itemRefused('supersedes-unknown'),
    },
    {
      name: 'four corrections and a decision at once: one of them wins',
      send: async (world) => {
        const { submission } = await world.file(world.centre);
        const corrections = Array.from({ length: 4 }, () => correct(world, submission.id));
        const decided = decide(world, submission.id, '"1"');
        const taken = (await Promise.all(corrections)).filter(
          (one) => syncOf(one).receipts[0]?.outcome === 'accepted',
        );
        expect(taken.length + ((await decided).status === 200 ? 1 : 0)).toBe(1);
        return world.sync(world.centre, []);
      },
      expected: answered(200),
    },
    {
      name: 'two applications of one tracking code at once',
      send: async (world) => {
        const first = await world.fillIn(world.centre);
        const second = await world.fillIn(world.centre, {
          header: { trackingCode: first.submission.trackingCode },
        });
        const both = await Promise.all([first, second].map(({ item }) => world.sync(world.centre, [item])));
        const said = both
          .map((one) => syncOf(one).receipts[0])
          .map((one) => one?.problem?.code ?? one?.outcome);
        expect(said.sort()).toEqual(['accepted', 'tracking-code-invalid']);
        return world.sync(world.centre, []);
      },
      expected: answered(200),
    },
    {
      name: 'a cursor the server never gave out: everything is told again',
      send: (world) => world.sync(world.phone, [], { cursor: Number.MAX_SAFE_INTEGER }),
      expected: answered(200),
      also: (_world, answer) => expect(syncOf(answer).cursor).toBeLessThan(Number.MAX_SAFE_INTEGER),
    },
  ],
};
