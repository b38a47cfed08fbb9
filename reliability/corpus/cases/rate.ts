import { expect } from 'vitest';
import { toBengaliDigits } from '@/lib/bangla/digits';
import { answered, type Case, type Category, type Expected, refused } from '../case';
import type { Answer } from '../world/http';
import type { World } from '../world/world';

const PASSWORD = 'setu-demo-2026';
const MOST_WRONG = 10;
/** How many personal devices may enrol in a minute, of all phones together. */
const MOST_ENROLMENTS = 300;

const limited = refused('rate-limited');

const signIn = (world: World, username: string, password: string, headers = {}): Promise<Answer> =>
  world.json(world.nobody, 'POST', '/api/auth/sign-in/username', { username, password }, headers);

/** A name for this case alone, wrong `times` times; `spell` may write it otherwise each time. */
async function wrongSignIns(
  world: World,
  name: string,
  times = MOST_WRONG,
  spell = (text: string, _nth: number) => text,
) {
  for (let nth = 0; nth < times; nth += 1)
    expect(
      (await signIn(world, spell(name, nth), 'wrong-password', { 'x-forwarded-for': `203.0.113.${nth}` }))
        .status,
    ).toBe(401);
}

const after = (
  name: string,
  prepare: (world: World) => Promise<unknown>,
  send: Case['send'],
  expected: Expected = limited,
): Case => ({
  name,
  send: async (world) => {
    await prepare(world);
    return send(world);
  },
  expected,
});

const track = (world: World, code: string, check: string): Promise<Answer> =>
  world.ask(world.nobody, { method: 'GET', path: `/api/v1/track?${new URLSearchParams({ code, check })}` });

/** A filed application whose code was tried `times` times with a wrong check. */
const guessed = (
  name: string,
  send: (world: World, code: string) => Promise<Answer>,
  expected: Expected = limited,
  times = MOST_WRONG,
  spell = (code: string, _nth: number) => code,
): Case => ({
  name: `tracking: ${name}`,
  send: async (world) => {
    const { trackingCode } = (await world.file(world.centre)).submission;
    for (let nth = 0; nth < times; nth += 1) {
      const said = await track(world, spell(trackingCode, nth), String(100_000 + nth));
      expect(JSON.parse(said.text)).toEqual({ status: 'unknown', steps: [] });
    }
    return send(world, trackingCode);
  },
  expected,
});

/** Limits count what was tried, not who says to be whom: an address can be invented. */
export const rate: Category = {
  name: 'Rate',
  least: 15,
  cases: [
    after(
      'the 11th wrong password of a name',
      (world) => wrongSignIns(world, 'limit.one'),
      (world) => signIn(world, 'limit.one', 'wrong-password'),
    ),
    after(
      'the right password after ten wrong ones',
      (world) => wrongSignIns(world, 'karim'),
      (world) => signIn(world, 'karim', PASSWORD),
    ),
    after(
      'wrong ones under other spellings of the name',
      (world) =>
        wrongSignIns(world, 'limit.two', MOST_WRONG, (text, nth) =>
          nth % 2 === 0 ? text.toUpperCase() : text,
        ),
      (world) => signIn(world, 'Limit.Two', 'x'),
    ),
    after(
      'an address that is always another',
      (world) => wrongSignIns(world, 'limit.three'),
      (world) =>
        signIn(world, 'limit.three', 'x', {
          'x-forwarded-for': '198.51.100.7',
          'x-real-ip': '198.51.100.8',
          forwarded: 'for=198.51.100.9',
        }),
    ),
    after(
      'a name that only begins alike is not touched',
      (world) => wrongSignIns(world, 'limit.four'),
      (world) => signIn(world, 'limit.four4', 'wrong-password'),
      refused('unauthenticated'),
    ),
    after(
      'nine wrong ones, and the right one clears the name',
      async (world) => {
        await wrongSignIns(world, 'admin', 9);
        expect((await signIn(world, 'admin', PASSWORD)).status).toBe(200);
        await wrongSignIns(world, 'admin', 9);
      },
      (world) => signIn(world, 'admin', PASSWORD),
      answered(200),
    ),
    after(
      'thirty wrong ones at once: no more than ten are looked at',
      () => Promise.resolve(),
      async (world) => {
        const all = await Promise.all(
          Array.from({ length: 30 }, () => signIn(world, 'limit.five', 'wrong-password')),
        );
        expect(all.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(MOST_WRONG);
        return signIn(world, 'limit.five', 'wrong-password');
      },
    ),
    after(
      'wrong ones for an e-mail address',
      async (world) => {
        for (let nth = 0; nth < MOST_WRONG; nth += 1)
          await world.json(world.nobody, 'POST', '/api/auth/sign-in/email', {
            email: 'limit@setu.invalid',
            password: 'wrong-password',
          });
      },
      (world) =>
        world.json(world.nobody, 'POST', '/api/auth/sign-in/email', {
          email: 'limit@setu.invalid',
          password: PASSWORD,
        }),
    ),
    guessed('the 11th guess of a check', (world, code) => track(world, code, '999999')),
    guessed('the right check after ten guesses', (world, code) => track(world, code, '042917')),
    guessed(
      'guesses under other spellings of the code',
      (world, code) => track(world, code, '042917'),
      limited,
      MOST_WRONG,
      (code, nth) =>
        [code.toLowerCase(), code.replaceAll('-', ''), toBengaliDigits(code), ` ${code} `][nth % 4] ?? code,
    ),
    guessed(
      'another code is not touched',
      async (world) => track(world, (await world.file(world.centre)).submission.trackingCode, '042917'),
      answered(200),
    ),
    guessed(
      'nine guesses, and the right one is told',
      (world, code) => track(world, code, '০৪২ ৯১৭'),
      answered(200),
      9,
    ),
    {
      name: 'tracking: a code nobody has is limited like one that somebody has',
      send: async (world) => {
        const { trackingCode } = (await world.fillIn(world.phone)).submission;
        for (let nth = 0; nth < MOST_WRONG; nth += 1) await track(world, trackingCode, '111111');
        return track(world, trackingCode, '111111');
      },
      expected: limited,
    },
    {
      name: 'the 301st phone of a minute, and the counters of a centre go on',
      send: async (world) => {
        const enrol = (kind: string, person = world.nobody) =>
          world.json(person, 'POST', '/api/v1/devices', { kind, name: 'Corpus' });
        let last: Answer | undefined;
        for (let nth = 0; nth <= MOST_ENROLMENTS && last?.status !== 429; nth += 20)
          for (const one of await Promise.all(Array.from({ length: 20 }, () => enrol('personal'))))
            if (last?.status !== 429) last = one;
        expect((await enrol('centre', world.centre)).status).toBe(201);
        return enrol('personal');
      },
      expected: limited,
      // the cases behind this one enrol phones as well
      also: (world) => world.pool.query("DELETE FROM rate_limits WHERE key LIKE 'enrol:%'"),
    },
  ],
};
