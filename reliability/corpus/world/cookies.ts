import type { Answer } from './http';
import { Person } from './person';
import type { World } from './world';

/** A call with whatever cookies this person has. */
export const as = (
  world: World,
  person: Person,
  method: string,
  path: string,
  body?: string,
  headers = {},
): Promise<Answer> =>
  world.ask(person, {
    method,
    path,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body }),
  });

/** An officer who signed in a moment ago. */
export async function freshOfficer(world: World): Promise<Person> {
  const officer = new Person();
  await world.signIn(officer, 'officer');
  if (officer.cookies.size === 0) throw new Error('not signed in');
  return officer;
}

/** Each cookie's value changed. */
export function changed(person: Person, change: (value: string) => string): Person {
  const other = person.twin();
  for (const [name, value] of other.cookies) other.cookies.set(name, change(value));
  return other;
}

export function withCookie(name: string, value: string): Person {
  const person = new Person();
  person.cookies.set(name, value);
  return person;
}

/** What of the cookie the database knows. */
export const tokenOf = (person: Person): string =>
  decodeURIComponent(person.cookies.get('setu.session_token') ?? '').split('.')[0] ?? '';
