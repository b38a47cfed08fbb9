import { accepted, type Case, type Category, type Expected, itemRefused } from '../case';
import { ORDINARY, type Wish } from '../world/application';

const DAY = 24 * 60 * 60 * 1000;
/** An ISO date, so many days from now. */
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
const yearsAgo = (years: number, days = 0) => {
  const then = new Date(Date.now() + days * DAY);
  then.setUTCFullYear(then.getUTCFullYear() - years);
  return then.toISOString().slice(0, 10);
};

const item = (name: string, wish: Wish, expected: Expected): Case => ({
  name,
  send: async (world) => world.sync(world.centre, [(await world.fillIn(world.centre, wish)).item]),
  expected,
});

const wrong = (
  service: string,
  answers: Readonly<Record<string, unknown>>,
  why: string,
  pointer = `/${Object.keys(answers).at(-1)}`,
) =>
  item(
    `${why}: ${JSON.stringify(answers).slice(0, 90)}`,
    { service, answers },
    itemRefused('validation-failed', pointer),
  );

const birth = (dob: unknown, why: string) => wrong(ORDINARY, { dob }, why);
const rightBirth = (dob: string, why: string) => item(`${why}: ${dob}`, { answers: { dob } }, accepted);

const queued = (
  queuedAt: unknown,
  why: string,
  expected: Expected = itemRefused('validation-failed', '/queuedAt'),
) => item(`queued at ${JSON.stringify(queuedAt)}: ${why}`, { header: { queuedAt } }, expected);

const consent = (at: unknown, why: string) =>
  item(
    `consent at ${JSON.stringify(at)}: ${why}`,
    { plaintext: (right) => ({ ...right, consent: { ...right.consent, at } }) },
    itemRefused('validation-failed', '/consent/at'),
  );

/** Days that do not exist, days that contradict one another, and clocks that are wrong: those are no fault of the citizen. */
export const dates: Category = {
  name: 'Cross-field and dates',
  least: 40,
  cases: [
    birth(inDays(2), 'born the day after tomorrow'),
    birth('2199-01-01', 'born in a century'),
    birth('20026-01-01', 'a slip of the finger'),
    birth('0198-05-04', 'a slip the other way'),
    birth('0000-01-01', 'year 0'),
    birth('-001990-01-01', 'before it'),
    birth('1799-12-31', 'before anybody who lives'),
    birth('1900-02-29', 'no leap year'),
    birth('2023-02-29', 'no leap year either'),
    birth('1990-02-30', 'no such day'),
    birth('1990-04-31', 'no such day in April'),
    birth('1990-13-01', 'no such month'),
    birth('1990-00-10', 'month 0'),
    birth('1990-01-00', 'day 0'),
    birth('1990-1', 'half a date'),
    birth('১৯৯০', 'a year alone'),
    birth('1990-01-01T00:00:00+14:00', 'an instant, and of tomorrow'),
    birth('today', 'a word'),
    birth('Infinity', 'a number that is none'),
    wrong(ORDINARY, { dob: 631152000000 }, 'milliseconds', '/answers/dob'),
    wrong(ORDINARY, { dob: { $date: '1990-01-01' } }, 'an object', '/answers/dob'),
    rightBirth('2000-02-29', 'a leap year'),
    rightBirth('1908-03-01', 'a very old citizen'),
    rightBirth(inDays(0), 'born today'),
    wrong(
      'death-registration',
      { deceased_dob: '1960-05-04', death_date: '1960-05-03' },
      'died before the birth',
    ),
    wrong('death-registration', { death_date: inDays(3) }, 'dies in three days'),
    wrong('death-registration', { deceased_dob: inDays(5) }, 'dead, and not yet born'),
    wrong('new-voter-registration', { dob: yearsAgo(15) }, 'fifteen, and a voter'),
    wrong('new-voter-registration', { dob: yearsAgo(16, 2) }, 'sixteen the day after tomorrow'),
    wrong('old-age-allowance', { sex: 'male', dob: yearsAgo(64) }, 'too young for a man'),
    wrong('old-age-allowance', { sex: 'female', dob: yearsAgo(61) }, 'too young for a woman'),
    wrong('police-clearance', { passport_expiry: inDays(30) }, 'a passport that ends too soon'),
    wrong('police-clearance', { passport_issue: inDays(10) }, 'a passport of next week'),
    wrong('online-gd-lost', { incident_date: inDays(4) }, 'lost next week'),
    wrong('birth-registration', { dob: inDays(40) }, 'a birth that is still to come'),
    queued('2026-11-22T10:42:00+14:00', 'an offset'),
    queued('2026-02-30T10:42:00Z', 'no such day'),
    queued('2026-11-22T24:00:00Z', 'no such hour'),
    queued('2016-12-31T23:59:60Z', 'a leap second, which no device has'),
    queued('2026-11-22', 'a day alone'),
    queued('0000-01-01T00:00:00Z', 'year 0'),
    queued('1970-01-01T00:00:00.000Z', 'a clock that was never set', accepted),
    queued('2099-06-01T12:00:00.000Z', 'a clock far ahead', accepted),
    consent('2026-02-30T10:42:00Z', 'no such day'),
    consent('0000-01-01T00:00:00Z', 'year 0'),
    consent(1_795_000_000, 'seconds'),
  ],
};
