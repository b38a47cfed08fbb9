import { ageOn } from './age';
import { checkDate, sexFieldOf } from './checks/date';
import type { Field, OptionSets } from './definition';
import type { EarlyView } from './early-view';
import type { FieldError, FieldErrorCode } from './field-error';
import { groupKeyOf } from './row-groups';

/** What dates say of whether a person may apply: an age, a passport that must be valid for a while. */
export interface MayApply {
  /** Undefined: no date decides, or not all is said. What only the words of a service say is never in it. */
  readonly fits: boolean | undefined;
  /** Why not, as the form would say it. */
  readonly barriers: readonly FieldError[];
  /** What is not said and could change `fits`. */
  readonly open: readonly Field[];
  /** Every field that is looked at now, said or not. */
  readonly asked: readonly Field[];
}

/** The limits of the form's own date fields, and no others: what stops an application there stops it here. */
export function mayApply(view: EarlyView, optionSets: OptionSets): MayApply {
  const dates = view.definition.fields.filter((field) => isLimited(field) && view.isShown(field) !== false);
  const looks = dates.map((field) => lookAt(field, view, optionSets));
  const barriers = looks.flatMap((look) => look.barriers);
  const open = looks.flatMap((look) => look.open);
  const isDecided = dates.length > 0 && (barriers.length > 0 || open.length === 0);
  return {
    fits: isDecided ? barriers.length === 0 : undefined,
    barriers,
    open,
    asked: looks.flatMap((look) => look.asked),
  };
}

function lookAt(field: Field, view: EarlyView, optionSets: OptionSets): Omit<MayApply, 'fits'> {
  if (view.isShown(field) === undefined)
    return { barriers: [], open: field.showIf ? view.openFields(field.showIf) : [], asked: [] };
  const date = view.answerTo(field);
  const ages = Object.values(field.rules?.minAgeBySex ?? {});
  const sex = ages.length > 0 ? sexFieldOf(view.definition) : undefined;
  const asked = sex ? [field, sex] : [field];
  if (typeof date !== 'string')
    return { barriers: [], open: asked.filter((one) => view.answerTo(one) === undefined), asked };
  const barriers = findingsOf(field, date, view, optionSets);
  if (barriers.length > 0 || !sex || view.answerTo(sex) !== undefined) return { barriers, open: [], asked };
  const age = ageOn(date, view.today);
  const lowest = Math.min(...ages);
  // Too young whoever it is.
  if (age < lowest)
    return { barriers: [findingAt(field, 'age-too-low', { min: lowest, age })], open: [], asked };
  return { barriers: [], open: age < Math.max(...ages) ? [sex] : [], asked };
}

/** A day of today or later or earlier is no condition on the person: only a limit some way from today, or an age, is. */
function isLimited(field: Field): boolean {
  const { min, max, minAge, minAgeBySex, soft } = field.rules ?? {};
  if (field.type !== 'date' || field.readonly || soft || groupKeyOf(field) !== null) return false;
  return (
    minAge !== undefined ||
    minAgeBySex !== undefined ||
    [min, max].some((limit) => limit && limit !== 'today')
  );
}

function findingsOf(
  field: Field,
  date: string,
  view: EarlyView,
  optionSets: OptionSets,
): readonly FieldError[] {
  const { definition, today } = view;
  const said = definition.fields.flatMap((one) => {
    const answer = groupKeyOf(one) === null ? view.answerTo(one) : undefined;
    return answer === undefined ? [] : [[one.id, answer] as const];
  });
  const context = { definition, optionSets, today, answers: Object.fromEntries(said) };
  return checkDate(field, date, context).map(({ code, values = {} }) => findingAt(field, code, values));
}

function findingAt(field: Field, code: FieldErrorCode, values: FieldError['values']): FieldError {
  return { pointer: `/${field.id}`, code, values };
}
