import { expect, test } from 'vitest';
import { isMet } from '../figure';
import { figuresOf, partOfPeers } from './peers-report';
import type { Try } from './tries';

const tried = (one: Partial<Try>): Try => ({
  peer: 'ours',
  link: '50k',
  n: 100,
  seconds: 10,
  arrived: 100,
  up: 30_000,
  down: 20_000,
  requests: 3,
  connections: 1,
  saveMs: 900,
  wrong: 0,
  bytes: 145_000,
  capSeconds: 240,
  at: '2026-11-22T00:00:00.000Z',
  on: 'a machine',
  ...one,
});

test('a ratio is of tries of the same round, and its limit holds', () => {
  const all = [
    tried({ seconds: 10 }),
    tried({ seconds: 12 }),
    tried({ peer: 'pouchdb', seconds: 40 }),
    tried({ peer: 'pouchdb', seconds: 48 }),
    tried({ peer: 'pouchdb', seconds: 1, n: 10 }),
  ];
  const figure = figuresOf(all).find(({ what }) => what.endsWith('÷ PouchDB 9'));
  expect(figure?.samples).toEqual([0.25, 0.25]);
  expect(figure && isMet(figure)).toBe(true);
  const slow = figuresOf([tried({ seconds: 20 }), tried({ peer: 'pouchdb', seconds: 40 })])[0];
  expect(slow && isMet(slow)).toBe(false);
});

test('a document lost or held twice is a missed limit, and stands in the table', () => {
  const all = [tried({}), tried({ wrong: 1 }), tried({})];
  const figure = figuresOf(all).find(({ what }) => what.endsWith('of ours') && what.includes('lost'));
  expect(figure && isMet(figure)).toBe(false);
  expect(partOfPeers(all).more).toContain('**1 lost or twice**');
});

test('a cell says median, spread and its tries; one that did not end says how far it came', () => {
  const { more = '' } = partOfPeers([
    tried({ seconds: 10 }),
    tried({ seconds: 11 }),
    tried({ seconds: 15 }),
    tried({ peer: 'workbox', seconds: null, arrived: 40 }),
    tried({ peer: 'workbox', seconds: null, arrived: 44 }),
    tried({ peer: 'floor', seconds: 5 }),
    tried({ peer: 'floor', seconds: null, arrived: 0 }),
    tried({ peer: 'floor', seconds: 6 }),
  ]);
  expect(more).toContain('| Sheba Setu, sealed | 11.0 s (10.0–15.0; 3) |');
  expect(more).toContain('| workbox-background-sync | 42 of 100 after 240 s (2 of 2) |');
  expect(more).toContain('| plain Dexie + gzip, 500 each | 5.5 s (5.0–6.0; 3, 1 not in 240 s) |');
  expect(more).toContain('| PouchDB 9 | – |');
  expect(more).toContain('| Sheba Setu, sealed | 300 / 200 B, 3 in 1 |');
});
