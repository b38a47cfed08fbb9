import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadCatalogue } from './load-catalogue';
import { createServiceSearch } from './search-catalogue';

const { services, agencies } = loadCatalogue();
const search = createServiceSearch(services, agencies);

/** By service, what people type at a counter when they mean it. A hard query is answered by a better search, never taken out. */
const judged: Record<string, readonly string[]> = JSON.parse(
  readFileSync(new URL('./testing/judged-queries.json', import.meta.url), 'utf8'),
);
const queries = Object.entries(judged).flatMap(([service, typed]) =>
  typed.map((query) => ({ query, service })),
);

describe('the judged queries', () => {
  const places = queries.map((one) => ({ ...one, found: search(one.query), at: -1 }));
  for (const one of places) one.at = one.found.indexOf(one.service);
  const told = (missed: typeof places) =>
    missed.map(({ query, service, found }) => `${query} → ${service}, but: ${found.slice(0, 3).join(', ')}`);

  test('there are enough of them, each once, and some for every service', () => {
    expect(queries.length).toBeGreaterThanOrEqual(1500);
    expect(new Set(queries.map(({ query }) => query)).size).toBe(queries.length);
    for (const { id } of services) expect(judged[id]?.length ?? 0, id).toBeGreaterThanOrEqual(5);
    expect(Object.keys(judged).sort()).toEqual(services.map(({ id }) => id).sort());
  });

  test('at least 92 % have the right service in the first place', () => {
    const missed = places.filter(({ at }) => at !== 0);
    expect(1 - missed.length / places.length, told(missed).join('\n')).toBeGreaterThanOrEqual(0.92);
  });

  test('at least 98 % have it among the first three', () => {
    const missed = places.filter(({ at }) => at < 0 || at > 2);
    expect(1 - missed.length / places.length, told(missed).join('\n')).toBeGreaterThanOrEqual(0.98);
  });

  test('and so has the first half of every name', () => {
    const half = (name: string) => name.slice(0, Math.ceil(name.length / 2));
    const missed = services.filter(({ id, name }) => !search(half(name.bn)).slice(0, 5).includes(id));
    expect(missed.map(({ id }) => id)).toEqual([]);
  });
});

describe('half of what is typed already shows it', () => {
  test.each([
    ['পাস', 'epassport-application'],
    ['pass', 'epassport-application'],
    ['নাম', 'e-namjari'],
    ['খাজ', 'land-development-tax'],
    ['ট্রে', 'trade-licence'],
    ['জন', 'birth-registration'],
    ['ভা', 'old-age-allowance'],
  ])('%s', (half, service) => {
    expect(search(half).slice(0, 3)).toContain(service);
  });
});

describe('a life event brings its services', () => {
  test.each([
    ['a child was born', ['birth-registration', 'epi-vaccination', 'mother-child-benefit']],
    ['বাবা মারা গেছেন', ['death-registration', 'warish-certificate', 'widow-allowance']],
    ['land bought', ['e-namjari', 'khatian-copy', 'land-development-tax']],
    ['বিদেশ যাব', ['epassport-application', 'police-clearance', 'bmet-registration']],
    ['biye korechi', ['married-certificate', 'family-certificate']],
    ['lost something', ['online-gd-lost', 'nid-reissue', 'passport-lost-reissue']],
    ['old age', ['old-age-allowance', 'universal-pension']],
  ])('%s', (event, [first, ...next]) => {
    const found = search(event);
    expect(found[0]).toBe(first);
    expect(found).toEqual(expect.arrayContaining(next));
  });
});

test.each(['', '   ', '।', 'qqqqq'])('nothing is found for %j', (query) => {
  expect(search(query)).toEqual([]);
});

test.each([
  ['ভূমি মন্ত্রণালয়', 'minland'],
  ['বাংলাদেশ পুলিশ', 'police'],
  ['মহিলা বিষয়ক অধিদপ্তর', 'dwa'],
  ['Ministry of Foreign Affairs', 'mofa'],
])('the name of an agency finds its services: %s', (name, agency) => {
  const agencyOf = new Map(services.map((service) => [service.id, service.agency]));
  const its = services.filter((service) => service.agency === agency).length;
  const found = search(name).slice(0, Math.min(its, 3));
  expect(found.map((id) => agencyOf.get(id))).toEqual(found.map(() => agency));
});

test('words of asking weigh nothing', () => {
  expect(search('আমি কীভাবে পাসপোর্ট বানাব')).toEqual(search('পাসপোর্ট'));
  expect(search('where do I get a passport')).toEqual(search('passport'));
  expect(search('namjari kivabe korbo')).toEqual(search('namjari'));
  expect(search('কীভাবে করব')).toHaveLength(services.length);
});

test('হয় is a word of asking, হজ is not', () => {
  expect(search('হজ')[0]).toBe('hajj-preregistration');
  expect(search('হয়')).toHaveLength(services.length);
});

test('both encodings of ড় ঢ় য় find the same', () => {
  const composed = (text: string) =>
    text
      .replace(/ড\u09BC/g, '\u09DC')
      .replace(/ঢ\u09BC/g, '\u09DD')
      .replace(/য\u09BC/g, '\u09DF');
  const names = services
    .map(({ name }) => name.bn.normalize('NFD'))
    .filter((name) => composed(name) !== name);
  expect(names.length).toBeGreaterThan(20);
  for (const name of names.slice(0, 20)) expect(search(composed(name)), name).toEqual(search(name));
});

describe('what this centre files', () => {
  const files = (id: string) =>
    new Map([
      [id, 40],
      ['birth-registration', 50],
    ]);

  test('decides between services that fit alike', () => {
    expect(search('লাইসেন্স নবায়ন')[0]).toBe('trade-licence-renewal');
    expect(search('লাইসেন্স নবায়ন', files('driving-licence-renewal'))[0]).toBe('driving-licence-renewal');
  });

  test('and puts nothing before what was named', () => {
    expect(search('মৃত্যু নিবন্ধন', files('birth-record-correction'))[0]).toBe('death-registration');
    expect(search('পাসপোর্ট নবায়ন', files('epassport-application'))[0]).toBe('epassport-renewal');
  });
});

test('a service that no life event and no word of ours knows is found by its own words', () => {
  const own = {
    id: 'new',
    name: { bn: 'উট পালন অনুমতি', en: 'Camel permit' },
    agency: 'dls',
    category: 'agriculture',
    keywords: ['ut palon'],
  };
  expect(createServiceSearch([...services, own], agencies)('ut palon')[0]).toBe('new');
  expect(createServiceSearch([own], [])('উট')).toEqual(['new']);
});

test('a word finds what is written with another word for it', () => {
  const bare = (id: string, bn: string, en: string) => ({
    id,
    name: { bn, en },
    agency: 'a',
    category: 'land',
    keywords: [],
  });
  const small = createServiceSearch(
    [
      bare('record', 'খতিয়ান', 'Khatian'),
      bare('renew', 'লিজ নবায়ন', 'Lease renewal'),
      bare('vet', 'পশু চিকিৎসা', 'Animals'),
    ],
    [],
  );
  expect(small('পর্চা')).toEqual(['record']);
  expect(small('porcha')).toEqual(['record']);
  expect(small('রিনিউ')).toEqual(['renew']);
  expect(small('গরু')).toEqual(['vet']);
});
