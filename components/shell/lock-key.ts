/** Locks from everywhere, also out of a field: no letter, so nobody writes it by chance, and no browser uses it. */
export const LOCK_KEY = 'F8';
