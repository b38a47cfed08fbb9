import { createHash } from 'node:crypto';
import type { Result } from '../../shared/result';
import { type Limited, rateLimit } from './rate-limiter';

/** Wrong passwords per user name, whether or not anybody has that name. */
const failures = rateLimit({ name: 'sign-in', points: 10, seconds: 15 * 60 });

const keyOf = (name: string) => createHash('sha256').update(name).digest('base64url');

/**
 * Whether a name may try once more. Counted as wrong before the password is looked at: of thirty at once no more than ten
 * are.
 */
export const countTry = (name: string): Promise<Result<void, Limited>> => failures.consume(keyOf(name));

/** The try failed for another reason than its password. */
export const uncountTry = (name: string): Promise<void> => failures.giveBack(keyOf(name));

/** A right password clears the name. */
export const forgetFailures = (name: string): Promise<void> => failures.forget(keyOf(name));
