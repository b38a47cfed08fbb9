import { type CompactGroup, compactGroupSchema } from './compact-group';
import { expandRow } from './expand-row';
import { LIMITS } from './limits';
import { parseContract } from './parse-contract';
import { longId, SHORT_ID_CHARS } from './short-hex';

/** One submission of a request, still unread; `pointer` says where its id stood. */
export interface ExpandedItem {
  readonly id: unknown;
  readonly item: unknown;
  readonly pointer: string;
}

export type Expanded =
  | { readonly ok: true; readonly items: readonly ExpandedItem[] }
  | { readonly ok: false; readonly pointer: string; readonly code: string };

/**
 * The submissions of a request of protocol 2, in order. What has `rows` is a group, everything else stands for itself. A
 * row that cannot be understood becomes an item with its id that no schema accepts, so that it is refused alone and
 * kept as it came; only a group without a readable outline spoils the request.
 */
export function expandSubmissions(parts: readonly unknown[]): Expanded {
  const items: ExpandedItem[] = [];
  for (const [at, part] of parts.entries()) {
    const here = `/submissions/${at}`;
    if (!isRecord(part) || !Object.hasOwn(part, 'rows')) {
      items.push({ id: isRecord(part) ? part.id : undefined, item: part, pointer: `${here}/id` });
      continue;
    }
    const group = parseContract(compactGroupSchema, part);
    if (!group.ok) {
      const [first] = group.problem.errors;
      return { ok: false, pointer: here + (first?.pointer ?? ''), code: first?.code ?? 'custom' };
    }
    const { rows, ...shared } = group.value as CompactGroup;
    for (const [index, row] of (rows as readonly unknown[]).entries()) {
      const id = idOf(row);
      const item = expandRow(shared, row, index) ?? { id, row, group: shared, index };
      items.push({ id, item, pointer: `${here}/rows/${index}/0` });
    }
    if (items.length > LIMITS.submissionsPerSync) break;
  }
  if (items.length > LIMITS.submissionsPerSync)
    return { ok: false, pointer: '/submissions', code: 'too_big' };
  return { ok: true, items };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function idOf(row: unknown): string | undefined {
  const first: unknown = Array.isArray(row) ? row[0] : undefined;
  return typeof first === 'string' ? longId(first.slice(0, SHORT_ID_CHARS)) : undefined;
}
