import { ageOn } from '../age';
import { isIsoDate } from '../iso-date';
import type { FieldHint } from './hint';
import type { HintScope } from './hint-scope';

/** Nobody in the country is known to be older by papers; a slip of a century is far likelier. */
const OLDEST = 115;
/** The least age at which somebody has a child or is wed that is not taken for a slip. Not the age the law asks for. */
const YOUNGEST = 12;

/**
 * What happened to the person whose birth date stands in the same form, so never before it. Only events in that person's own
 * life: a paper of somebody else, a deed, or a death one tells of may well be older.
 */
const AFTER_BIRTH: readonly (readonly [event: string, birth: string])[] = [
  ['marriage_date', 'dob'],
  ['passport_issue', 'dob'],
  ['prev_issue', 'dob'],
  ['challan_date', 'dob'],
  ['gd_date', 'dob'],
  ['incident_date', 'dob'],
  ['found_date', 'dob'],
  ['missing_date', 'dob'],
  ['last_contact', 'dob'],
  ['sample_date', 'dob'],
  ['event_date', 'dob'],
  ['death_date', 'deceased_dob'],
];
/** What begins and what it ends with. */
const SPANS: readonly (readonly [begin: string, end: string])[] = [
  ['passport_issue', 'passport_expiry'],
  ['prev_issue', 'prev_expiry'],
  ['issue_date', 'expiry'],
  ['start_date', 'end_date'],
];
const PARENTS = ['father', 'mother', 'parent'];
/** The child that the parents of a form belong to, first found. */
const CHILDREN = ['child_dob', 'deceased_dob', 'dob'];

/** Dates that do not fit one another, and birth dates nobody has. */
export function dateHints(scope: HintScope): readonly FieldHint[] {
  return [
    ...ages(scope),
    ...AFTER_BIRTH.flatMap(([event, birth]) => afterBirth(scope, event, birth)),
    ...SPANS.flatMap(([begin, end]) => inOrder(scope, begin, end)),
    ...PARENTS.flatMap((parent) => parentHints(scope, parent)),
  ];
}

function ages(scope: HintScope): readonly FieldHint[] {
  return scope.fields
    .filter(({ id, type }) => type === 'date' && /^(?:(?:applicant|owner|child)_)?dob$/.test(id))
    .flatMap(({ id }) => {
      const born = dateOf(scope, id);
      const age = born === null ? 0 : ageOn(born, scope.today);
      return age > OLDEST ? [hint(scope, id, 'very-old', { age })] : [];
    });
}

function afterBirth(scope: HintScope, event: string, birth: string): readonly FieldHint[] {
  const date = dateOf(scope, event);
  const born = dateOf(scope, birth);
  if (date === null || born === null) return [];
  // the form itself already says so
  if (date < born)
    return scope.field(event)?.rules?.minField === birth
      ? []
      : [hint(scope, event, 'before-birth', { field: birth, date: born }, [birth])];
  const age = ageOn(born, date);
  return event === 'marriage_date' && age < YOUNGEST
    ? [hint(scope, event, 'married-young', { age }, [birth])]
    : [];
}

function inOrder(scope: HintScope, begin: string, end: string): readonly FieldHint[] {
  const first = dateOf(scope, begin);
  const last = dateOf(scope, end);
  if (first === null || last === null || last >= first || scope.field(end)?.rules?.minField === begin)
    return [];
  return [hint(scope, end, 'ends-first', { field: begin, date: first }, [begin])];
}

/** A parent's birth date, or the birth year that the parent's numbers begin with. */
function parentHints(scope: HintScope, parent: string): readonly FieldHint[] {
  const childId = CHILDREN.find((id) => scope.field(id) !== undefined);
  const childBorn = childId === undefined ? null : dateOf(scope, childId);
  if (childId === undefined || childBorn === null) return [];
  const sources = [`${parent}_dob`, `${parent}_brn`, `${parent}_nid`];
  const found = sources.find((id) => yearOf(scope, id) !== null);
  const year = found === undefined ? null : yearOf(scope, found);
  if (found === undefined || year === null) return [];
  const age = Number(childBorn.slice(0, 4)) - year;
  return age < YOUNGEST
    ? [hint(scope, found, 'parent-too-young', { field: childId, year, age }, [childId])]
    : [];
}

function yearOf(scope: HintScope, id: string): number | null {
  const text = scope.text(id);
  const type = scope.field(id)?.type;
  const isWhole = type === 'date' ? isIsoDate(text) : /^(?:19|20)\d{15}$/.test(text);
  return isWhole ? Number(text.slice(0, 4)) : null;
}

function dateOf(scope: HintScope, id: string): string | null {
  const text = scope.field(id)?.type === 'date' ? scope.text(id) : '';
  return isIsoDate(text) ? text : null;
}

function hint(
  scope: HintScope,
  id: string,
  code: FieldHint['code'],
  values: FieldHint['values'],
  about: readonly string[] = [],
): FieldHint {
  return { fieldId: id, pointer: scope.pointer(id), code, values, about: about.map(scope.pointer) };
}
