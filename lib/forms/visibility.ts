import { answerOf, isRows } from './answer-shape';
import { type RuleContext, ruleHolds } from './conditions';
import type { Answer, AnswerRow, Answers, Field, Section, ServiceDefinition } from './definition';
import { fieldsByIdOf } from './definition-shape';
import { isIsoDate } from './iso-date';
import { normaliseAnswers } from './normalise-answer';
import { groupKeyOf } from './row-groups';
import { isVirtualField, type VirtualField, virtualValue } from './virtual-fields';

/**
 * What of a form is asked, given the answers so far. Hiding is transitive: a rule sees a hidden field as unanswered, so
 * what hangs on it goes too. Made once per change of answers and asked often: each field is decided at most once per row.
 */
export interface FormView {
  readonly definition: ServiceDefinition;
  readonly today: string;
  /** Normalised; hidden answers are still in, so that nothing typed is lost. */
  readonly answers: Answers;
  /** `row` is the row the field stands in; without it a repeated field is visible when any row shows it. */
  isVisible(field: Field, row?: AnswerRow): boolean;
  isRequired(field: Field, row?: AnswerRow): boolean;
  /** What a rule may see: own row first, then the form; undefined for hidden, unanswered or unknown. Virtual fields are whole numbers as text. */
  lookUp(field: string, row?: AnswerRow): Answer | undefined;
}

/** @param today ISO date in Dhaka */
export function createFormView(definition: ServiceDefinition, rawAnswers: Answers, today: string): FormView {
  const answers = normaliseAnswers(definition, rawAnswers);
  const fieldsById = fieldsByIdOf(definition);
  const decided = new Map<Field, Map<AnswerRow | undefined, boolean>>();

  function isVisible(field: Field, row?: AnswerRow): boolean {
    if (!field.showIf && field.repeatPer === undefined) return true;
    const rows = decided.get(field) ?? new Map<AnswerRow | undefined, boolean>();
    decided.set(field, rows);
    const known = rows.get(row);
    if (known !== undefined) return known;
    // Assumed while deciding: a definition with a cycle is refused at load, and must not hang here all the same.
    rows.set(row, false);
    const visible = decide(field, row);
    rows.set(row, visible);
    return visible;
  }

  function decide(field: Field, row?: AnswerRow): boolean {
    const per = field.repeatPer === undefined ? undefined : fieldsById.get(field.repeatPer);
    if (per && !isVisible(per)) return false;
    if (!field.showIf) return true;
    const stored = row ? undefined : storedRows(field);
    if (!stored || stored.length === 0) return ruleHolds(field.showIf, contextFor(row));
    return stored.some((each) => isVisible(field, each));
  }

  function storedRows(field: Field): readonly AnswerRow[] | undefined {
    const key = groupKeyOf(field);
    const rows = key === null ? undefined : answerOf(answers, key);
    return isRows(rows) ? rows : undefined;
  }

  function contextFor(row?: AnswerRow): RuleContext {
    return { today, lookUp: (id) => lookUp(id, row) };
  }

  function lookUp(id: string, row?: AnswerRow): Answer | undefined {
    const field = fieldsById.get(id);
    if (!field) return isVirtualField(id) ? virtual(id, row) : undefined;
    const cell = row ? answerOf(row, id) : undefined;
    if (cell !== undefined) return groupKeyOf(field) === null || isVisible(field, row) ? cell : undefined;
    if (groupKeyOf(field) === null) return isVisible(field) ? answerOf(answers, id) : undefined;
    if (row) return undefined;
    const cells = (storedRows(field) ?? [])
      .filter((each) => isVisible(field, each))
      .map((each) => answerOf(each, id));
    return cells.filter((each) => each !== undefined && each !== '').map(String);
  }

  function virtual(id: VirtualField, row?: AnswerRow): string | undefined {
    const born = definition.ageFrom === undefined ? undefined : lookUp(definition.ageFrom, row);
    return typeof born === 'string' && isIsoDate(born) ? virtualValue(id, born, today) : undefined;
  }

  return {
    definition,
    today,
    answers,
    isVisible,
    lookUp,
    isRequired: (field, row) =>
      field.required || (field.requiredIf !== undefined && ruleHolds(field.requiredIf, contextFor(row))),
  };
}

/** Fields that are asked now, in form order; a repeated field when any of its rows shows it. */
export function visibleFields(view: FormView): readonly Field[] {
  return view.definition.fields.filter((field) => view.isVisible(field));
}

/** Sections with something to ask now, in form order. */
export function visibleSections(view: FormView): readonly Section[] {
  const used = new Set(visibleFields(view).map((field) => field.section));
  return view.definition.sections.filter((section) => used.has(section.id));
}
