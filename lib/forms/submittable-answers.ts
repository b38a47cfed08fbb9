import { answerOf, isBlank, isBlankRow, isFileType } from './answer-shape';
import type { AttachmentFact } from './checks/check';
import type { Answer, AnswerRow, Answers, Field, ServiceDefinition } from './definition';
import { documentNeeds } from './documents';
import { groupKeyOf, type RowGroup, rowGroupsOf, rowsOf } from './row-groups';
import { createFormView, type FormView } from './visibility';

/** An answer that is not sent, and why. `pointer` is a JSON pointer into the answers given. */
export interface DroppedAnswer {
  readonly pointer: string;
  readonly reason: 'hidden' | 'unknown-field' | 'read-only';
}

export interface Submittable {
  /** Normalised, in form order, only what is visible and not blank. */
  readonly answers: Answers;
  readonly dropped: readonly DroppedAnswer[];
  /** Of the attachments given, those in the slot of a visible field or of a paper that is not ruled out. */
  readonly attachmentIds: readonly string[];
}

/**
 * What is sealed and sent. Hidden fields are never sent, nor fields the definition does not know or fills in itself
 * (`readonly`); blank answers and blank rows are left out without a word. Idempotent.
 */
export function submittableAnswers(input: {
  readonly definition: ServiceDefinition;
  readonly answers: Answers;
  readonly attachments?: readonly AttachmentFact[];
  /** ISO date in Dhaka. */
  readonly today: string;
}): Submittable {
  const { definition, today, attachments = [] } = input;
  const view = createFormView(definition, withFileAnswers(definition, input.answers, attachments), today);
  const entries: [string, Answer][] = [];
  const dropped: DroppedAnswer[] = [];
  const keep = (field: Field, pointer: string, row?: AnswerRow): boolean => {
    const visible = view.isVisible(field, row);
    if (!visible || field.readonly) dropped.push({ pointer, reason: visible ? 'read-only' : 'hidden' });
    return visible && !field.readonly;
  };
  const groups = new Map(rowGroupsOf(definition).map((group) => [group.key, group]));
  for (const field of definition.fields) {
    const key = groupKeyOf(field);
    const group = key === null ? undefined : groups.get(key);
    if (group) {
      groups.delete(group.key);
      const rows = submittableRows(view, group, keep);
      if (rows.length > 0) entries.push([group.key, rows]);
    } else if (key === null) {
      const answer = answerOf(view.answers, field.id);
      if (answer !== undefined && isSent(answer) && keep(field, `/${field.id}`))
        entries.push([field.id, answer]);
    }
  }
  const known = new Set([
    ...definition.fields.filter((field) => groupKeyOf(field) === null).map(({ id }) => id),
    ...rowGroupsOf(definition).map(({ key }) => key),
  ]);
  for (const id of Object.keys(input.answers))
    if (!known.has(id)) dropped.push({ pointer: `/${escapePointer(id)}`, reason: 'unknown-field' });
  return { answers: Object.fromEntries(entries), dropped, attachmentIds: sentAttachments(view, attachments) };
}

/**
 * Answers with every file field filled from the attachments in its slot, so that a file that was attached counts even
 * when the answer naming it was never written.
 */
export function withFileAnswers(
  definition: ServiceDefinition,
  answers: Answers,
  attachments: readonly AttachmentFact[],
): Answers {
  const filled = definition.fields.flatMap((field) => {
    if (!isFileType(field.type) || groupKeyOf(field) !== null || !isBlank(answerOf(answers, field.id)))
      return [];
    const attachmentIds = attachments.filter(({ slot }) => slot === `field:${field.id}`).map(({ id }) => id);
    return attachmentIds.length > 0 ? [[field.id, { attachmentIds }] as const] : [];
  });
  return { ...answers, ...Object.fromEntries(filled) };
}

function submittableRows(
  view: FormView,
  group: RowGroup,
  keep: (field: Field, pointer: string, row: AnswerRow) => boolean,
): readonly AnswerRow[] {
  const rows = rowsOf(group, view.answers).map((row, index) => {
    const cells = group.fields.flatMap((field) => {
      const cell = answerOf(row, field.id);
      if (typeof cell !== 'string' && typeof cell !== 'boolean') return [];
      return isSent(cell) && keep(field, `/${group.key}/${index}/${field.id}`, row)
        ? [[field.id, cell] as const]
        : [];
    });
    const chosen =
      group.per === undefined || cells.length === 0 ? [] : [[group.per, row[group.per] ?? ''] as const];
    return Object.fromEntries([...chosen, ...cells]);
  });
  return rows.filter((row) => !isBlankRow(row));
}

/** An unticked box is an answer; an empty line is none. */
function isSent(answer: Answer): boolean {
  return answer === false || !isBlank(answer);
}

function sentAttachments(view: FormView, attachments: readonly AttachmentFact[]): readonly string[] {
  const slots = new Set([
    ...view.definition.fields
      .filter((field) => isFileType(field.type) && view.isVisible(field))
      .map(({ id }) => `field:${id}`),
    ...documentNeeds(view)
      .filter(({ need }) => need !== 'not-needed')
      .map(({ document }) => `doc:${document.id}`),
  ]);
  return attachments.filter(({ slot }) => slots.has(slot)).map(({ id }) => id);
}

function escapePointer(key: string): string {
  return key.replace(/~/g, '~0').replace(/\//g, '~1');
}
