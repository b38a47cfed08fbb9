import { answerOf, isBlank, isRows } from '../../lib/forms/answer-shape';
import type { Answer, AnswerRow, Answers, ServiceDefinition } from '../../lib/forms/definition';
import { groupKeyOf, type RowGroup, rowGroupsOf, rowsOf } from '../../lib/forms/row-groups';
import { type Spot, spotOf } from './spot';

export type GroupsByKey = ReadonlyMap<string, RowGroup>;

export function groupsByKey(definition: ServiceDefinition): GroupsByKey {
  return new Map(rowGroupsOf(definition).map((group) => [group.key, group]));
}

/** The row a spot stands in; undefined for a field asked once. */
export function rowAt(spot: Spot, answers: Answers, groups: GroupsByKey): AnswerRow | undefined {
  const group = spot.cell && groups.get(spot.cell.group);
  return spot.cell && group ? rowsOf(group, answers)[spot.cell.row] : undefined;
}

export function readAnswer(spot: Spot, answers: Answers, groups: GroupsByKey): Answer | undefined {
  if (!spot.cell) return answerOf(answers, spot.field.id);
  const row = rowAt(spot, answers, groups);
  return row && answerOf(row, spot.field.id);
}

/** Rows of values that are not chosen now: kept, so that choosing them again brings back what was typed. */
export function unaskedRows(group: RowGroup, answers: Answers): readonly AnswerRow[] {
  const { key, per } = group;
  const stored = answerOf(answers, key);
  if (per === undefined || !isRows(stored)) return [];
  const asked = new Set(rowsOf(group, answers).map((row) => row[per]));
  return stored.filter((row) => !asked.has(row[per]));
}

/** Pointers of every spot that has an answer. */
export function answeredPointers(definition: ServiceDefinition, answers: Answers): readonly string[] {
  const groups = groupsByKey(definition);
  return definition.fields
    .flatMap((field) => {
      const group = groups.get(groupKeyOf(field) ?? '');
      const count = group ? rowsOf(group, answers).length : 1;
      return Array.from({ length: count }, (_, row) => spotOf(field, row));
    })
    .filter((spot) => !isBlank(readAnswer(spot, answers, groups)))
    .map((spot) => spot.pointer);
}
