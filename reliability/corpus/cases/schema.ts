import { expect } from 'vitest';
import { type Case, type Category, itemRefused, refused } from '../case';
import { ORDINARY, type Wish } from '../world/application';
import { CANARY } from '../world/canary';
import type { World } from '../world/world';

type Changes = Readonly<Record<string, unknown>>;
const MISSING = Symbol('missing');

const show = (value: unknown) => {
  if (value === MISSING) return 'missing';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 30)}… (${text.length})` : text;
};
const words = (text: string) => `${CANARY.nameEn} ${text}`;

/** A copy with the value at `path` changed or taken away. */
export function bend(right: object, path: readonly (string | number)[], value: unknown): object {
  const copy = structuredClone(right) as Record<string | number, unknown>;
  let at = copy;
  for (const step of path.slice(0, -1)) at = at[step] as Record<string | number, unknown>;
  const last = path.at(-1) ?? '';
  if (value === MISSING) delete at[last];
  else at[last] = value;
  return copy;
}

const item = (name: string, wish: Wish, pointer: string): Case => ({
  name,
  send: async (world) => world.sync(world.centre, [(await world.fillIn(world.centre, wish)).item]),
  expected: itemRefused('validation-failed', pointer),
});

/** Each value in each place of the item as it travels. */
const travelling = (places: Readonly<Record<string, readonly unknown[]>>): readonly Case[] =>
  Object.entries(places).flatMap(([place, values]) =>
    values.map((value) => {
      const path = place
        .split('/')
        .slice(1)
        .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
      return item(`item${place}: ${show(value)}`, { sent: (right) => bend(right, path, value) }, place);
    }),
  );

/** Each value in each place of what is sealed. */
const inside = (places: Readonly<Record<string, readonly unknown[]>>): readonly Case[] =>
  Object.entries(places).flatMap(([place, values]) =>
    values.map((value) =>
      item(
        `sealed${place}: ${show(value)}`,
        { plaintext: (right) => bend(right, place.split('/').slice(1), value) },
        place,
      ),
    ),
  );

/** Each answer of the form. */
const answers = (places: Readonly<Record<string, readonly unknown[]>>, service = ORDINARY): readonly Case[] =>
  Object.entries(places).flatMap(([id, values]) =>
    values.map((value) =>
      item(
        `answer ${id}: ${show(value)}`,
        { service, answers: { [id]: value === MISSING ? undefined : value } },
        `/${id}`,
      ),
    ),
  );

const envelope = (changes: Changes, pointer: string): Case => ({
  name: `sync ${Object.entries(changes).map(([key, value]) => `${key}: ${show(value ?? MISSING)}`)}`,
  send: (world) => world.sync(world.centre, [], changes),
  expected: refused('validation-failed', pointer),
});

const post = (path: string, body: unknown, pointer: string): Case => ({
  name: `${path} ${show(body)}`,
  send: (world: World) => world.json(world.nobody, 'POST', path, body),
  expected: refused('validation-failed', pointer),
});

const decision = (body: unknown, pointer: string): Case => ({
  name: `decision ${show(body)}`,
  send: async (world) => {
    const { submission } = await world.file(world.centre);
    return world.json(world.officer, 'POST', `/api/v1/desk/cases/${submission.id}/decision`, body, {
      'if-match': '"1"',
    });
  },
  expected: refused('validation-failed', pointer),
});

const query = (path: string, pointer: string): Case => ({
  name: path,
  send: (world) => world.ask(world.officer, { method: 'GET', path }),
  expected: refused('validation-failed', pointer),
});

const TEXTS = [null, 7, ''];

/** Every field of everything that is sent: missing, null, of another type, empty, too long, unknown. */
export const schema: Category = {
  name: 'Schema',
  least: 120,
  cases: [
    ...travelling({
      '/trackingCode': [MISSING, ...TEXTS, words('code'), 'K7M2-0022-Z', 'k7m2-0022-e'],
      '/serviceId': [MISSING, ...TEXTS, 'Birth_Registration', 'a'.repeat(65)],
      '/serviceVersion': [MISSING, null, '1', 0, 1.5, 1_000_001],
      '/queuedAt': [MISSING, ...TEXTS],
      '/sealed': [MISSING, null, CANARY.name, []],
      '/sealed/kid': [MISSING, ...TEXTS, 'a b', '\ud800'],
      '/sealed/enc': [MISSING, null, 'A'.repeat(43), 'A'.repeat(45), `${'A'.repeat(43)}=`],
      '/sealed/ct': [MISSING, ...TEXTS, `${'A'.repeat(42)}B`, `${'A'.repeat(40)}+/==`],
      '/sealed/z': [MISSING, 'gzip', ['deflate']],
      '/attachments': [MISSING, null, {}, CANARY.name],
      '/attachments/0': [null, []],
      '/attachments/0/id': [MISSING, 'x', '3F2B8F0E-5D0C-4A8E-9B57-0D3C1A6E7F10'],
      '/attachments/0/slot': [MISSING, 'photo', 'doc:../../etc', 'doc:'],
      '/attachments/0/sha256': [MISSING, 'AB'.repeat(32), 'ab'.repeat(31)],
      '/attachments/0/bytes': [MISSING, '7', -1, 0, 28, 25 * 1024 * 1024 + 29],
      '/attachments/0/mediaType': [MISSING, 'image/svg+xml', 'text/html'],
      '/supersedes': [null, 'x'],
    }),
    item('item with a key nobody knows', { sent: (right) => ({ ...right, name: CANARY.name }) }, ''),
    item(
      'sealed part with a key nobody knows',
      { sent: (right) => ({ ...right, sealed: { ...right.sealed, iv: 'a' } }) },
      '/sealed',
    ),
    ...inside({
      '/lang': [MISSING, 'hi'],
      '/check': [MISSING, 42917, '04291', '০৪২৯১৭'],
      '/answers': [MISSING, null, [], CANARY.name],
      '/consent': [MISSING, null],
      '/consent/given': [MISSING, 'fax'],
      '/consent/forWhom': ['neighbour'],
      '/consent/textVersion': [MISSING, ''],
      '/fee': [MISSING],
      '/fee/governmentBdt': [MISSING, '25', -1, 2.5],
      '/fee/chargeBdt': [null, 10_000_001],
      '/fee/taken': ['yes'],
      '/author/kind': ['officer'],
      '/author/name': ['', words('x'.repeat(200))],
      '/fileKeys': [MISSING, []],
    }),
    item(
      'sealed with a key nobody knows',
      { plaintext: (right) => ({ ...right, role: 'administrator' }) },
      '',
    ),
    ...answers({
      name_bn: [MISSING, '', ['ক'], true, 'Rahima', 'রহিমা ৭'],
      name_en: ['রহিমা', 'R2D2'],
      sex: [MISSING, 'x', true],
      nid: ['12345678901', '12345678x0', '1'.repeat(17) + '0'],
      phone: [MISSING, '01187654309', '0171234567', CANARY.name],
      purpose: ['a\u0007b', 'a'.repeat(1001)],
      cert_kind: ['Nationality', ['both']],
      present_address: [MISSING, {}, 'চর'],
      declaration: [MISSING, false, 'true'],
      passport: ['ab12'],
    }).map((one) => withPointer(one)),
    envelope({ protocol: '1' }, '/protocol'),
    envelope({ protocol: undefined }, '/protocol'),
    envelope({ cursor: -1 }, '/cursor'),
    envelope({ cursor: 0.5 }, '/cursor'),
    envelope({ catalogueVersion: null }, '/catalogueVersion'),
    envelope({ submissions: {} }, '/submissions'),
    envelope({ submissions: undefined }, '/submissions'),
    envelope({ user: CANARY.name }, ''),
    envelope({ submissions: [null] }, '/submissions/0/id'),
    envelope({ submissions: [CANARY.name] }, '/submissions/0/id'),
    envelope({ submissions: [[]] }, '/submissions/0/id'),
    post('/api/v1/devices', { kind: 'personal' }, '/name'),
    post('/api/v1/devices', { kind: 'personal', name: '' }, '/name'),
    post('/api/v1/devices', { kind: 'personal', name: 7 }, '/name'),
    post('/api/v1/devices', { kind: 'personal', name: `${CANARY.name}\u0000` }, '/name'),
    post('/api/v1/devices', { kind: 'personal', name: `${CANARY.name}\ud800` }, '/name'),
    post('/api/v1/devices', { kind: 'server', name: CANARY.name }, '/kind'),
    post('/api/v1/devices', { kind: 'personal', name: CANARY.name, centreId: 'x' }, ''),
    decision({ action: 'delete' }, '/action'),
    decision({ action: 'reject' }, '/note'),
    decision({ action: 'return', note: ' \n ' }, '/note'),
    decision({ action: 'return', note: words('x'.repeat(2000)) }, '/note'),
    decision({ action: 'return', note: `${CANARY.name}\u0000` }, '/note'),
    decision({ action: 'accept', note: 7 }, '/note'),
    decision([CANARY.name], ''),
    query('/api/v1/desk/cases?status=open', '/status'),
    query('/api/v1/desk/cases?service=..%2F', '/service'),
    query('/api/v1/desk/cases?after=yesterday', '/after'),
    query('/api/v1/desk/cases?after=0000-01-01T00:00:00.000Z_3f2b8f0e-5d0c-4a8e-9b57-0d3c1a6e7f10', '/after'),
    query('/api/v1/desk/cases?limit=1000000', ''),
    query('/api/v1/catalogue?since=-1', '/since'),
    query('/api/v1/catalogue?since=1e9', '/since'),
    query(`/api/v1/track?code=${'A'.repeat(65)}&check=1`, '/code'),
    query('/api/v1/track?code=K7M20022E', '/check'),
  ],
};

/** A wrong answer is named by its field; one that no schema takes stands below `/answers`. */
function withPointer(one: Case): Case {
  return {
    ...one,
    expected: (answer) => {
      itemRefused('validation-failed')(answer);
      const id = one.name.split(' ')[1]?.slice(0, -1) ?? '';
      expect(answer.text).toMatch(new RegExp(`"pointer":"(/answers)?/${id}(/[a-z]+)?"`));
    },
  };
}
