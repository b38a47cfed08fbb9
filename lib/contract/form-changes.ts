import { isSameJson } from './is-same-json';
import type { FormChange } from './wire';

type Json = Record<string, unknown>;
const isList = Array.isArray as (value: unknown) => value is readonly unknown[];
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !isList(value);

/** The steps that lead from one JSON value to another, `applyChanges` of them: a word that changed is one small step. */
export function changesBetween(before: unknown, after: unknown, at: FormChange['at'] = []): FormChange[] {
  if (isSameJson(before, after)) return [];
  if (isList(before) && isList(after)) return listChanges(before, after, at);
  if (!isObject(before) || !isObject(after)) return [{ at, put: after }];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => {
    if (!Object.hasOwn(after, key)) return [{ at: [...at, key] }];
    if (!Object.hasOwn(before, key)) return [{ at: [...at, key], put: after[key] }];
    return changesBetween(before[key], after[key], [...at, key]);
  });
}

/** What both lists begin and end with stays; between them items are compared one by one, or change places together. */
function listChanges(
  before: readonly unknown[],
  after: readonly unknown[],
  at: FormChange['at'],
): FormChange[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && isSameJson(before[head], after[head])) head += 1;
  let tail = 0;
  while (tail < shorter - head && isSameJson(before.at(-1 - tail), after.at(-1 - tail))) tail += 1;
  if (before.length === after.length)
    return before
      .slice(head, before.length - tail)
      .flatMap((item, i) => changesBetween(item, after[head + i], [...at, head + i]));
  const put = after.slice(head, after.length - tail);
  return [{ at: [...at, head], cut: before.length - tail - head, put }];
}

/** The value after these steps; null when they lead to a place that is not there. `before` stays as it was. */
export function applyChanges(before: unknown, changes: readonly FormChange[]): unknown {
  const root: { value: unknown } = { value: structuredClone(before) };
  for (const change of changes) if (!applyOne(root, change)) return null;
  return root.value;
}

function applyOne(root: { value: unknown }, { at, cut, put }: FormChange): boolean {
  const path = ['value', ...at];
  const last = path.pop();
  let holder: unknown = root;
  for (const step of path) {
    if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, step)) return false;
    holder = (holder as Json)[step];
  }
  if (last === undefined || typeof holder !== 'object' || holder === null) return false;
  if (cut !== undefined) {
    if (!Array.isArray(holder) || typeof last !== 'number' || !isList(put)) return false;
    holder.splice(last, cut, ...put);
  } else if (put === undefined) delete (holder as Json)[last];
  else (holder as Json)[last] = put;
  return true;
}
