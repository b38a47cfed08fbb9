import { answerOf, isRows, isTextList } from './answer-shape';
import type { AnswerRow, Answers, Field, ServiceDefinition } from './definition';
import { onceEach } from './definition-shape';

/**
 * Fields that are asked once per row. Their answers lie together, as rows in order, under one key of the answers, so
 * that a row comes and goes in one write:
 * - `rows:<sectionId>` for the fields of a section marked `repeat`: the person adds and removes rows;
 * - `each:<fieldId>` for fields with `repeatPer`: one row per chosen value of that field, which every row repeats under
 *   that field's own id (`{"items": "name_bn", "new_value": "…"}`).
 * A file in a row is the id of one attachment.
 */
export interface RowGroup {
  readonly key: string;
  /** The field whose chosen values make the rows; absent for rows the person adds. */
  readonly per?: string;
  readonly fields: readonly Field[];
}

/** Most rows one group may hold. */
export const MAX_ROWS = 50;

/** The group's key a field's answers lie under, or null when it is asked once. */
export function groupKeyOf(field: Field): string | null {
  if (field.repeatPer) return `each:${field.repeatPer}`;
  return field.repeat ? `rows:${field.section}` : null;
}

/** All row groups, in the order of their first field. */
export const rowGroupsOf: (definition: ServiceDefinition) => readonly RowGroup[] = onceEach(findRowGroups);

/** Fields that are asked once, in form order. */
export const singleFieldsOf: (definition: ServiceDefinition) => readonly Field[] = onceEach(({ fields }) =>
  fields.filter((field) => groupKeyOf(field) === null),
);

function findRowGroups(definition: ServiceDefinition): readonly RowGroup[] {
  const groups = new Map<string, { key: string; per?: string; fields: Field[] }>();
  for (const field of definition.fields) {
    const key = groupKeyOf(field);
    if (!key) continue;
    const group = groups.get(key) ?? {
      key,
      ...(field.repeatPer ? { per: field.repeatPer } : {}),
      fields: [],
    };
    group.fields.push(field);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/**
 * The rows of a group as they are asked: those stored, at least one; for `repeatPer` exactly one per chosen value, in
 * the order chosen, each with its value, filled from the stored row of that value. Index = index in pointers.
 */
export function rowsOf(group: RowGroup, answers: Answers): readonly AnswerRow[] {
  const stored = answerOf(answers, group.key);
  const rows = isRows(stored) ? stored : [];
  const { per } = group;
  if (per === undefined) return rows.length > 0 ? rows : [{}];
  const chosen = answerOf(answers, per);
  const values = isTextList(chosen) ? chosen : typeof chosen === 'string' && chosen !== '' ? [chosen] : [];
  return [...new Set(values)].map((value) => ({ ...rows.find((row) => row[per] === value), [per]: value }));
}

/** The rows with one cell changed, to be stored under the group's key. */
export function withCell(
  rows: readonly AnswerRow[],
  index: number,
  fieldId: string,
  cell: string | boolean,
): readonly AnswerRow[] {
  return rows.map((row, at) => (at === index ? { ...row, [fieldId]: cell } : row));
}
