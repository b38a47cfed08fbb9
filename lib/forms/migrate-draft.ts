import { isBlank, isRows } from './answer-shape';
import type { AttachmentFact } from './checks/check';
import type { Answer, AnswerRow, Answers, Field, OptionSets, ServiceDefinition } from './definition';
import { normaliseAnswer } from './normalise-answer';
import { isMultiple, isTick, optionsOf } from './options';
import { groupKeyOf, rowGroupsOf } from './row-groups';
import { validateForm } from './validate';

/** An answer the new version has no place for. Kept with the draft and shown, never thrown away. */
export interface SetAside {
  readonly pointer: string;
  /** `gone`: no such field; `other-kind`: the field holds another kind of value now; `option-gone`: the choice is no longer offered. */
  readonly reason: 'gone' | 'other-kind' | 'option-gone';
  /** As the old version asked it; absent when that one did not know it either. */
  readonly field?: Field;
  readonly value: Answer;
}

export interface MigratedDraft {
  readonly answers: Answers;
  readonly setAside: readonly SetAside[];
  /** Field or row-group keys that need a person: wrong or missing now, but not before. */
  readonly needAttention: readonly string[];
}

/**
 * Carries answers to another version of the same service. An answer is kept when a field of the same id holds the same
 * kind of value and still offers the choice. The old draft is not touched: this makes a copy.
 */
export function migrateDraft(input: {
  readonly from: ServiceDefinition;
  readonly to: ServiceDefinition;
  readonly optionSets: OptionSets;
  readonly answers: Answers;
  readonly attachments?: readonly AttachmentFact[];
  readonly today: string;
}): MigratedDraft {
  const { from, to, optionSets, today } = input;
  const setAside: SetAside[] = [];
  const kept: [string, Answer][] = [];
  const move = (key: string, id: string, value: Answer, pointer: string): Answer | undefined => {
    const before = fieldAt(from, key, id);
    const after = fieldAt(to, key, id);
    const reason = reasonToSetAside(before, after, value, optionSets);
    if (reason) setAside.push({ pointer, reason, ...(before && { field: before }), value });
    return reason || !after ? undefined : value;
  };
  for (const [key, answer] of Object.entries(input.answers)) {
    if (answer === undefined || isBlank(answer)) continue;
    if (isRowKey(key) && isRows(answer)) {
      const rows = answer.map((row, at) => moveRow(row, key, `/${key}/${at}`, move));
      if (rows.some((row) => Object.keys(row).length > 0)) kept.push([key, rows]);
    } else {
      const value = move('', key, answer, `/${key}`);
      if (value !== undefined) kept.push([key, value]);
    }
  }
  const answers = Object.fromEntries(kept);
  const facts = input.attachments ? { attachments: input.attachments } : {};
  const before = validateForm({
    definition: from,
    optionSets,
    answers: input.answers,
    today,
    ...facts,
  }).errors;
  const wrongBefore = new Set(before.map(({ pointer }) => pointer));
  const after = validateForm({ definition: to, optionSets, answers, today, ...facts }).errors;
  const fresh = after
    .filter(({ pointer }) => !wrongBefore.has(pointer))
    .map(({ pointer }) => pointer.split('/')[1] ?? '');
  return { answers, setAside, needAttention: [...new Set(fresh)] };
}

function moveRow(
  row: AnswerRow,
  key: string,
  pointer: string,
  move: (key: string, id: string, value: Answer, pointer: string) => Answer | undefined,
): AnswerRow {
  const cells = Object.entries(row).flatMap(([id, cell]) => {
    if (key === `each:${id}`) return [[id, cell] as const];
    const value = isBlank(cell) ? undefined : move(key, id, cell, `${pointer}/${id}`);
    return value === undefined ? [] : [[id, cell] as const];
  });
  return Object.fromEntries(cells);
}

function reasonToSetAside(
  before: Field | undefined,
  after: Field | undefined,
  value: Answer,
  optionSets: OptionSets,
): SetAside['reason'] | null {
  if (!after) return 'gone';
  if (before && kindOf(before) !== kindOf(after)) return 'other-kind';
  const options = optionsOf(after, optionSets);
  if (isTick(after) || options.length === 0) return null;
  const chosen = normaliseAnswer(after, value);
  const values: readonly unknown[] = Array.isArray(chosen) ? chosen : [chosen];
  return values.every((one) => options.some((option) => option.value === one)) ? null : 'option-gone';
}

/** Kinds whose answers can be read as one another: text became a Bangla name, a radio a select. */
function kindOf(field: Field): string {
  if (isMultiple(field)) return 'choices';
  if (isTick(field)) return 'tick';
  if (field.type === 'select' || field.type === 'radio') return 'choice';
  if (['text', 'textBn', 'textEn', 'nid', 'brn', 'phone', 'email', 'number', 'money'].includes(field.type))
    return 'line';
  return field.type === 'photo' || field.type === 'document' ? 'file' : field.type;
}

function fieldAt(definition: ServiceDefinition, key: string, id: string): Field | undefined {
  if (key === '') return definition.fields.find((field) => field.id === id && groupKeyOf(field) === null);
  return rowGroupsOf(definition)
    .find((group) => group.key === key)
    ?.fields.find((field) => field.id === id);
}

function isRowKey(key: string): boolean {
  return key.startsWith('rows:') || key.startsWith('each:');
}
