/** Whether two values are written as the same JSON, whatever the order of their keys. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [ofA, ofB] = [entriesOf(a), entriesOf(b)];
  return (
    ofA.length === ofB.length &&
    ofA.every(
      ([key, value]) => Object.hasOwn(b, key) && isSameJson(value, (b as Record<string, unknown>)[key]),
    )
  );
}

const entriesOf = (value: object) => Object.entries(value).filter(([, inner]) => inner !== undefined);
