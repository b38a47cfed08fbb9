import type * as z from 'zod/mini';

/**
 * Reads an answer by its schema, leaving out what this build does not know: a newer server may say more, and an old
 * device goes on being served. null = not such an answer.
 */
export function readAnswer<T>(schema: z.ZodMiniType<T>, value: unknown): T | null {
  const first = schema.safeParse(value);
  if (first.success) return first.data;
  if (!first.error.issues.every(({ code }) => code === 'unrecognized_keys')) return null;
  const known = structuredClone(value);
  for (const issue of first.error.issues)
    if (issue.code === 'unrecognized_keys') dropKeys(known, issue.path, issue.keys);
  const second = schema.safeParse(known);
  return second.success ? second.data : null;
}

function dropKeys(root: unknown, path: readonly PropertyKey[], keys: readonly string[]): void {
  let place: unknown = root;
  for (const step of path) place = (place as Record<PropertyKey, unknown>)[step];
  for (const key of keys) delete (place as Record<string, unknown>)[key];
}
