const LONG = [1, 22, 44, 64, 65, 70, 71, 100, 101, 200, 201, 10_000, 10_001];

/** What may stand where something else should: other kinds, edges of numbers and lengths, characters nobody types. */
const ODD: readonly unknown[] = [
  ...[
    null,
    true,
    false,
    '',
    '\0',
    'A\0',
    '\uD800',
    'ক',
    '-',
    'a-',
    'B',
    '2026-02-30T00:00:00Z',
    'constructor',
  ],
  ...['0000-01-01T00:00:00Z', '2026-11-22T04:42:00.0001Z', 'K7M2-0022-0', 'field:', 'bn', 'brotli', 'en'],
  ...[0, 1, 2, -1, 1.5, 28, 29, 63, 64, 1_000_000, 1_000_001, 10_000_000, 10_000_001, 26_214_428, 26_214_429],
  ...LONG.flatMap((length) => ['A', 'f', '𑄇'].map((letter) => letter.repeat(length))),
  ...[61, 100, 101, 200, 201].map((length) => Array(length).fill('A')),
  ...[60, 61].map((length) => [Object.fromEntries(Array.from({ length }, (_, n) => [`a${n}`, '']))]),
  ...[100, 101, 400, 401].map((length) =>
    Object.fromEntries(Array.from({ length }, (_, n) => [`a${n}`, ''])),
  ),
  ...[{}, [], [{}], [[]], [1], ['', {}], [{ a: 1 }], [{ '1': '' }], { attachmentIds: [] }, { ward: '1' }],
  ...[{ attachmentIds: ['A'] }, { attachmentIds: [], ward: '' }, { ward: 1 }, { street: '' }],
];
const KEYS = ['extra', '__proto__', 'rows:a', 'A'.repeat(71), 'supersedes', 'n', '1', 'name', 'constructor'];

/** JSON like `example`, each with one value or key of it, however deep, changed, added, left out, cut or doubled. */
export function everyBend(example: unknown): readonly unknown[] {
  const bends: unknown[] = [];
  const text = JSON.stringify(example);
  for (const path of placesOf(example)) {
    const bendWith = (bend: (value: unknown) => unknown) => bends.push(bentAt(JSON.parse(text), path, bend));
    for (const odd of ODD) bendWith(() => odd);
    bendWith((value) => (typeof value === 'string' ? value.slice(0, -1) : value));
    bendWith((value) => (typeof value === 'string' ? `${value}\n` : value));
    bendWith((value) => (Array.isArray(value) ? [...value, ...value] : value));
    for (const key of KEYS) for (const odd of ODD.slice(0, 20)) bendWith((value) => withKey(value, key, odd));
    bendWith((value) => (isRecord(value) ? Object.fromEntries(Object.entries(value).slice(1)) : value));
    bendWith((value) => (isRecord(value) ? Object.fromEntries(Object.entries(value).slice(0, -1)) : value));
  }
  return bends;
}

type Path = readonly (string | number)[];

const isRecord = (value: unknown): value is Record<string | number, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const placesOf = (value: unknown, path: Path = []): readonly Path[] => [
  path,
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...path, key]))
    : []),
];

function bentAt(value: unknown, [step, ...rest]: Path, bend: (value: unknown) => unknown): unknown {
  if (step === undefined) return bend(value);
  const holder = value as Record<string | number, unknown>;
  holder[step] = bentAt(holder[step], rest, bend);
  return value;
}

/** An own key, whatever it is called. */
const withKey = (value: unknown, key: string, inner: unknown): unknown =>
  isRecord(value)
    ? Object.defineProperty({ ...value }, key, { value: inner, enumerable: true, writable: true })
    : value;
