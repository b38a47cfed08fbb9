/** A defect in our own code: thrown, never shown as an expected failure. */
export class DefectError extends Error {
  override readonly name = 'DefectError';
}

/** Throws a DefectError when a promise our own code makes is broken. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new DefectError(message);
}

/** Marks a branch that the types say cannot be reached. */
export function assertNever(value: never): never {
  throw new DefectError(`unreachable: ${JSON.stringify(value)}`);
}
