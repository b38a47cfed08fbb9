import { expect } from 'vitest';
import { accepted, answered, type Case, type Category, itemRefused, refused, unparsed } from '../case';
import { CANARY } from '../world/canary';
import { syncOf } from '../world/world';

/** Taken as the text it is; the officer reads it as data, in JSON that nobody takes for a page. */
const asText = (name: string, typed: string): Case => ({
  name: `as text: ${name}`,
  send: async (world) => {
    world.canaries.add(typed);
    const { item } = await world.fillIn(world.centre, {
      answers: { purpose: typed },
      plaintext: (right) => ({ ...right, author: { kind: 'operator', name: typed.slice(0, 100) } }),
    });
    return world.sync(world.centre, [item]);
  },
  expected: accepted,
  also: async (world, answer) => {
    const path = `/api/v1/desk/cases/${syncOf(answer).receipts[0]?.id}`;
    const read = await world.ask(world.officer, { method: 'GET', path }, { mayRead: true });
    expect(read.headers).toMatchObject({
      'content-type': 'application/json',
      'x-content-type-options': 'nosniff',
    });
    const { answers, author } = JSON.parse(read.text);
    expect([answers.purpose, author.name]).toEqual([typed, typed.slice(0, 100)]);
  },
});

const STRINGS = {
  'SQL that ends a statement': "'; DROP TABLE submissions; --",
  'SQL that is always true': "' OR '1'='1' /* rahima */",
  'SQL that waits': '1; SELECT pg_sleep(10)--',
  'SQL in dollars': '$$; DELETE FROM quarantine; $$',
  'a backslash before a quote': "\\'; TRUNCATE streams; --",
  'a parameter of the driver': '$1 :name ?',
  'a cast': "x'::int::regclass",
  'a JSON path': '{"$gt":""}',
  'a script': '<script>alert(document.cookie)</script>',
  'an image that fails': '"><img src=x onerror=alert(1)>',
  'an SVG that loads': '<svg/onload=alert(1)>',
  'an entity': '&lt;b&gt;&#x27;&quot;',
  'a javascript link': 'javascript:alert(1)//',
  'the end of a script': '</script><!--<script>',
  'a template of ours': '{{constructor.constructor("return 1")()}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the attack
  'a template literal': '${process.env.DATABASE_URL}',
  'a server template': '<%= system("id") %>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the attack
  JNDI: '${jndi:ldap://127.0.0.1/a}',
  'a formula': "=cmd|' /C calc'!A0",
  'a formula with plus': '+SUM(1+1)*cmd',
  'a formula with at': '@SUM(A1:A9)',
  'a formula with minus': '-2+3+cmd',
  'a formula behind a tab': '\t=HYPERLINK("http://x.invalid")',
  'a shell': '$(rm -rf /) `id` | cat /etc/passwd',
  'a way out of the folder': '../../../../etc/passwd',
  'a way out on Windows': '..\\..\\windows\\win.ini',
  'a header behind a line break': 'a\r\nSet-Cookie: setu.session_token=x',
  'a line of a log': 'a\n{"level":50,"msg":"case decided"}',
  'an escape of a terminal': '[31m',
  'a format': '%s%s%n%x %00',
  'an XML entity': '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
  LDAP: '*)(uid=*))(|(uid=*',
  'NUL in words': '\\u0000 \\0 %00',
  'a prototype as text': '__proto__',
};

/** Keys that reach for the prototype of everything. */
const asKey = (name: string, json: string, expected: Case['expected']): Case => ({
  name: `as key: ${name}`,
  send: async (world) => {
    const { item } = await world.fillIn(world.centre, {
      sent: (right) => JSON.parse(JSON.stringify(right).replace(/^\{/, `{${json},`)),
    });
    // Written by hand: an object literal would set the prototype instead.
    const text = JSON.stringify({ protocol: 1, cursor: 0, catalogueVersion: 0, submissions: [item] });
    return world.syncText(world.centre, text);
  },
  expected,
  also: async (world) =>
    expect(await world.read<Record<string, unknown>>('/api/v1/health')).not.toHaveProperty('polluted'),
});

const inAnswers = (key: string, expected = itemRefused('validation-failed', '/answers')): Case => ({
  name: `as an answer's key: ${key}`,
  send: async (world) => {
    const { item } = await world.fillIn(world.centre, {
      plaintext: (right) => ({
        ...right,
        answers: JSON.parse(
          `${JSON.stringify(right.answers).slice(0, -1)},${JSON.stringify(key)}:{"polluted":"yes"}}`,
        ),
      }),
    });
    return world.sync(world.centre, [item]);
  },
  expected,
});

const inQuery = (name: string, path: string, expected: Case['expected']): Case => ({
  name: `in the address: ${name}`,
  send: (world) => world.ask(world.officer, { method: 'GET', path }),
  expected,
});

const rawHeader = (name: string, header: string, expected: Case['expected'], isApi: boolean): Case => ({
  name: `in a header: ${name}`,
  send: (world) =>
    world.askBytes(`GET /api/v1/me HTTP/1.1\r\nHost: x\r\n${header}\r\nConnection: close\r\n\r\n`, { isApi }),
  expected,
});

const q = encodeURIComponent;
const NOTE = '<script>alert("অস্পষ্ট")</script>';

/** What means something to a database, a browser, a spreadsheet or a shell is a text here. */
export const injection: Category = {
  name: 'Injection strings',
  least: 50,
  cases: [
    ...Object.entries(STRINGS).map(([name, text]) => asText(name, text)),
    asKey('__proto__', '"__proto__":{"polluted":"yes"}', itemRefused('validation-failed', '')),
    asKey(
      'constructor',
      '"constructor":{"prototype":{"polluted":"yes"}}',
      itemRefused('validation-failed', ''),
    ),
    inAnswers('__proto__', accepted),
    inAnswers('a/b~c'),
    inAnswers('a\u0000b'),
    inAnswers('a\ud800b'),
    inAnswers(`${CANARY.nameEn}"`),
    {
      name: 'as a note of the officer: a script, read again as text',
      send: async (world) => {
        const { submission } = await world.file(world.centre);
        return world.decide(submission.id, { action: 'return', note: NOTE });
      },
      expected: answered(200),
      also: (_world, { text }) => expect(JSON.parse(text).history.at(-1).note).toBe(NOTE),
    },
    {
      name: 'as the name of a device: SQL',
      send: (world) =>
        world.json(world.nobody, 'POST', '/api/v1/devices', {
          kind: 'personal',
          name: "'; DROP TABLE devices; --",
        }),
      expected: answered(201),
    },
    inQuery('SQL in a tracking code', `/api/v1/track?code=${q("K7M2' OR '1'='1")}&check=1`, answered(200)),
    inQuery(
      'SQL in a status',
      `/api/v1/desk/cases?status=${q("received' OR true --")}`,
      refused('validation-failed', '/status'),
    ),
    inQuery('SQL in an id', `/api/v1/desk/cases/${q("' OR true --")}`, refused('not-found')),
    inQuery('NUL in an id', '/api/v1/desk/cases/%00', refused('not-found')),
    inQuery('half an escape in an id', '/api/v1/desk/cases/%E0%A4%A', refused('malformed-request')),
    inQuery(
      'a script in a name that is asked for',
      `/api/v1/${q(`<script>${CANARY.nameEn}</script>`)}`,
      refused('not-found'),
    ),
    inQuery(
      'the prototype as a parameter',
      `/api/v1/desk/cases?__proto__[status]=received&status=${q('constructor')}`,
      refused('validation-failed', '/status'),
    ),
    rawHeader(
      'a line break in a value',
      `Cookie: setu-device=a\rX-Injected: ${CANARY.nameEn}`,
      unparsed(400),
      false,
    ),
    rawHeader('NUL in a value', `Cookie: setu-device=\u0000${CANARY.nameEn}`, unparsed(400), false),
    rawHeader('a name with a space', `X Injected: ${CANARY.nameEn}`, unparsed(400), false),
    rawHeader('two lengths', 'Content-Length: 0\r\nContent-Length: 5', unparsed(400), false),
    rawHeader(
      'length and chunks at once',
      'Content-Length: 4\r\nTransfer-Encoding: chunked',
      unparsed(400),
      false,
    ),
    rawHeader(
      'a script as Host',
      `X-Forwarded-Host: <script>${CANARY.nameEn}</script>`,
      refused('unauthenticated'),
      true,
    ),
  ],
};
