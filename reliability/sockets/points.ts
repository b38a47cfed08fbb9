import type { DatabaseLine, Moment, Statement } from './database-line';
import type { Journey } from './journeys';

/** A moment in a transaction at which something dies. */
export interface Point {
  readonly name: string;
  readonly nth: number;
  readonly moment: Moment;
}

const word = ({ sql }: Statement): string =>
  sql.replace(/\s+/g, ' ').match(/^(\w+)(?: (?:into|from)?\s?"?(\w+)"?)?/i)?.[0] ?? '';

/**
 * Before `begin`, after every statement, in the commit and behind it, of the transaction that a journey makes. Found by watching
 * one go by: a statement that is added later gets its points by itself.
 */
export async function pointsOf(database: DatabaseLine, journey: Journey): Promise<readonly Point[]> {
  database.statements.length = 0;
  if (!(await journey.attempt())) throw new Error('the journey does not even work in peace');
  const inside = database.statements.filter(({ nth }) => nth !== null);
  const last = inside.length - 1;
  if (inside.filter(({ sql }) => /^begin/i.test(sql)).length !== 1 || last < 2)
    throw new Error('a journey is one transaction');
  return [
    { name: 'before begin', nth: 0, moment: 'before' },
    ...inside.slice(0, last).map((statement, nth) => ({
      name: `after ${nth}: ${word(statement)}`,
      nth,
      moment: 'answered' as const,
    })),
    { name: 'before commit', nth: last, moment: 'before' },
    { name: 'in commit', nth: last, moment: 'sent' },
    { name: 'after commit, before the answer', nth: last, moment: 'answered' },
  ];
}

export const isAt =
  ({ nth }: Point) =>
  (statement: Statement): boolean =>
    statement.nth === nth;
