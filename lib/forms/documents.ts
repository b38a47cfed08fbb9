import { decideRule } from './conditions';
import type { DocumentRequirement, Rule } from './definition';
import { fieldsByIdOf } from './definition-shape';
import { isIsoDate } from './iso-date';
import { isTick } from './options';
import { isVirtualField } from './virtual-fields';
import type { FormView } from './visibility';

export interface DocumentNeed {
  readonly document: DocumentRequirement;
  /** `unknown`: an answer is still missing or cannot be read, or the condition exists only in words. */
  readonly need: 'needed' | 'optional' | 'not-needed' | 'unknown';
}

/**
 * Which papers the citizen has to bring, in the order of the definition.
 *
 * | rule | required | not required |
 * |---|---|---|
 * | none | needed | optional |
 * | condition only in words | unknown | optional |
 * | holds | needed | optional |
 * | does not hold | not-needed | not-needed |
 * | waits for an answer, or for a date that can be read | unknown | unknown |
 */
export function documentNeeds(view: FormView): readonly DocumentNeed[] {
  return needsBy(view.definition.documents, (rule) => decideInForm(rule, view));
}

/** True or false where a rule is decided, undefined where it is not. */
export type Decide = (rule: Rule) => boolean | undefined;

/** The same table for whoever decides rules in another way. */
export function needsBy(documents: readonly DocumentRequirement[], decide: Decide): readonly DocumentNeed[] {
  return documents.map((document) => ({ document, need: needOf(document, decide) }));
}

/**
 * Whether a rule holds, undefined while a required field it looks at has no answer yet, or a date that is none. An
 * optional field without an answer, and a box nobody ticked, count as they are.
 */
export function decideInForm(rule: Rule, view: FormView): boolean | undefined {
  const fieldsById = fieldsByIdOf(view.definition);
  const fieldOf = (id: string) =>
    fieldsById.get(id) ?? (isVirtualField(id) ? fieldsById.get(view.definition.ageFrom ?? '') : undefined);
  const isOpen = (id: string): boolean => {
    const field = fieldOf(id);
    return field !== undefined && !isTick(field) && view.isVisible(field) && view.isRequired(field);
  };
  const isUnreadable = (id: string): boolean => {
    const field = fieldOf(id);
    const answer = field?.type === 'date' ? view.lookUp(field.id) : undefined;
    return typeof answer === 'string' && answer !== '' && !isIsoDate(answer);
  };
  return decideRule(rule, { today: view.today, lookUp: (id) => view.lookUp(id), isOpen, isUnreadable });
}

function needOf(
  { required, neededIf, conditionText }: DocumentRequirement,
  decide: Decide,
): DocumentNeed['need'] {
  if (!neededIf) return !required ? 'optional' : conditionText ? 'unknown' : 'needed';
  const holds = decide(neededIf);
  if (holds === undefined) return 'unknown';
  if (!holds) return 'not-needed';
  return required ? 'needed' : 'optional';
}
