/** An object as JSON makes them. */
export const isPlainRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text of at most `most` characters that the pattern knows. */
export const isText = (value: unknown, pattern: RegExp, most: number): value is string =>
  typeof value === 'string' && value.length <= most && pattern.test(value);

/** A whole number from 0 to `most`. */
export const countsTo = (value: unknown, most: number): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= most;

export const isIn = (value: unknown, words: readonly unknown[]): boolean => words.includes(value);
