import { answerOf, isBlank, isBlankRow, isRows } from './answer-shape';
import { checkAnswer } from './check-answer';
import type { AttachmentFact, CheckContext } from './checks/check';
import { checkSumTo } from './checks/sum-to';
import type { Answer, AnswerRow, Answers, Field, OptionSets, ServiceDefinition } from './definition';
import { fieldsByIdOf } from './definition-shape';
import { documentNeeds } from './documents';
import type { FieldError, Finding, Findings } from './field-error';
import { isTick } from './options';
import { groupKeyOf, MAX_ROWS, type RowGroup, rowGroupsOf, rowsOf, singleFieldsOf } from './row-groups';
import { withFileAnswers } from './submittable-answers';
import { createFormView, type FormView } from './visibility';

export interface ValidationInput {
  readonly definition: ServiceDefinition;
  readonly optionSets: OptionSets;
  /** As typed or as stored: they are normalised first. */
  readonly answers: Answers;
  /** Files at hand. Absent = not known here: then neither files nor papers are checked. */
  readonly attachments?: readonly AttachmentFact[];
  /** ISO date in Dhaka. */
  readonly today: string;
}

/**
 * Checks a whole form as it would be sent: visible fields, rows, `oneOf` groups, sums, and papers. Hidden and unknown
 * answers are ignored. Never throws for any answers. Errors stop the submission, warnings (`soft` rules, doubts) do not.
 */
export function validateForm(input: ValidationInput): Findings {
  const run = createRun(input);
  const found: Placed[] = [];
  const single = singleFieldsOf(input.definition);
  const groups = new Map(rowGroupsOf(input.definition).map((group) => [group.key, group]));
  for (const field of input.definition.fields) {
    const key = groupKeyOf(field);
    const group = key === null ? undefined : groups.get(key);
    if (group) {
      groups.delete(group.key);
      found.push(...checkGroup(run, group));
    } else if (key === null) {
      found.push(...checkPlace(run, field, `/${field.id}`, answerOf(run.view.answers, field.id)));
      found.push(...checkOneOf(run, field, single, ''));
    }
  }
  if (input.attachments) found.push(...checkDocuments(run, input.attachments));
  return sortOut(found);
}

/**
 * Checks one field while the person fills in the form; `row` is the index of the row a repeated field stands in. Nothing
 * is found on a hidden or unknown field. `oneOf` groups, sums and papers belong to the whole form and are not checked.
 */
export function validateField(
  input: ValidationInput & { readonly fieldId: string; readonly row?: number },
): Findings {
  const field = input.definition.fields.find(({ id }) => id === input.fieldId);
  if (!field) return { errors: [], warnings: [] };
  const run = createRun(input);
  const key = groupKeyOf(field);
  const group = rowGroupsOf(input.definition).find((one) => one.key === key);
  if (!group) return sortOut(checkPlace(run, field, `/${field.id}`, answerOf(run.view.answers, field.id)));
  const index = input.row ?? 0;
  const row = rowsOf(group, run.view.answers)[index];
  return sortOut(
    row ? checkPlace(run, field, `/${group.key}/${index}/${field.id}`, answerOf(row, field.id), row) : [],
  );
}

interface Run {
  readonly view: FormView;
  readonly context: CheckContext;
}

type Placed = Finding & { readonly pointer: string };

function createRun({ definition, optionSets, answers, attachments, today }: ValidationInput): Run {
  const view = createFormView(
    definition,
    attachments ? withFileAnswers(definition, answers, attachments) : answers,
    today,
  );
  const fieldsById = fieldsByIdOf(definition);
  const visible = Object.entries(view.answers).filter(([id]) => {
    const field = fieldsById.get(id);
    return !field || view.isVisible(field);
  });
  const facts = attachments && new Map(attachments.map((fact) => [fact.id, fact]));
  return {
    view,
    context: {
      definition,
      optionSets,
      today,
      answers: Object.fromEntries(visible),
      ...(facts ? { attachments: facts } : {}),
    },
  };
}

function checkPlace(
  { view, context }: Run,
  field: Field,
  pointer: string,
  answer: Answer | undefined,
  row?: AnswerRow,
): readonly Placed[] {
  if (field.readonly || !view.isVisible(field, row)) return [];
  if (answer === undefined || isBlank(answer)) {
    if (!view.isRequired(field, row)) return [];
    return [{ pointer, code: isTick(field) ? 'not-ticked' : 'required' }];
  }
  const found = checkAnswer(field, answer, row ? { ...context, row } : context);
  return found.map((finding) => ({ ...finding, pointer: pointer + (finding.at ?? '') }));
}

/** Blank rows after the first are no rows: a person who pressed "add" once too often need not take it back. */
function checkGroup(run: Run, group: RowGroup): readonly Placed[] {
  const stored = answerOf(run.view.answers, group.key);
  if (stored !== undefined && !isRows(stored)) return [{ pointer: `/${group.key}`, code: 'wrong-shape' }];
  const rows = rowsOf(group, run.view.answers);
  if (rows.length > MAX_ROWS)
    return [{ pointer: `/${group.key}`, code: 'too-many-rows', values: { max: MAX_ROWS } }];
  const filled = rows.filter((row) => !isBlankRow(row));
  const found = rows.flatMap((row, index) => {
    if (group.per === undefined && isBlankRow(row) && (filled.length > 0 || index > 0)) return [];
    const place = `/${group.key}/${index}`;
    return group.fields.flatMap((field) => [
      ...checkPlace(run, field, `${place}/${field.id}`, answerOf(row, field.id), row),
      ...checkOneOf(run, field, group.fields, place, row),
    ]);
  });
  const sums = group.fields.flatMap((field) =>
    checkSumTo(
      field,
      filled.filter((row) => run.view.isVisible(field, row)),
    ).map((finding) => ({ ...finding, pointer: `/${group.key}` })),
  );
  return [...found, ...sums];
}

/** Of the visible fields that share a `oneOf` key at least one is filled; said at the first of them, so only found on that. */
function checkOneOf(
  { view }: Run,
  field: Field,
  beside: readonly Field[],
  place: string,
  row?: AnswerRow,
): readonly Placed[] {
  const key = field.oneOf;
  if (key === undefined) return [];
  const asked = beside.filter((one) => one.oneOf === key && !one.readonly && view.isVisible(one, row));
  if (asked[0] !== field || asked.some(({ id }) => !isBlank(answerOf(row ?? view.answers, id)))) return [];
  return [
    {
      pointer: `${place}/${field.id}`,
      code: 'one-of-required',
      values: { fields: asked.map(({ id }) => id).join(',') },
    },
  ];
}

function checkDocuments({ view }: Run, attachments: readonly AttachmentFact[]): readonly Placed[] {
  return documentNeeds(view).flatMap(({ document, need }): readonly Placed[] => {
    const slot = `doc:${document.id}`;
    if (attachments.some((file) => file.slot === slot) || need === 'optional' || need === 'not-needed')
      return [];
    const values = { document: document.id };
    if (need === 'needed') return [{ pointer: `/${slot}`, code: 'document-missing', values }];
    return document.required
      ? [{ pointer: `/${slot}`, code: 'document-maybe-needed', values, soft: true }]
      : [];
  });
}

function sortOut(found: readonly Placed[]): Findings {
  const place = ({ pointer, code, values = {} }: Placed): FieldError => ({ pointer, code, values });
  return {
    errors: found.filter(({ soft }) => !soft).map(place),
    warnings: found.filter(({ soft }) => soft).map(place),
  };
}
