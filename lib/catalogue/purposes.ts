import type { Field, FieldType } from '../forms/definition';
import type { LocalText } from '../shared/locale';
import table from './purposes.json';

/** Why a personal answer is asked for. */
export interface Purpose {
  readonly id: string;
  readonly words: LocalText;
}

const PURPOSES = table.map(({ types, fields, ...purpose }) => ({
  purpose: purpose satisfies Purpose,
  types: new Set(types),
  fields: fields.map((pattern) => new RegExp(pattern)),
}));

/** Kinds of answers that are always about a person. */
const PERSONAL: ReadonlySet<FieldType> = new Set([
  'nid',
  'brn',
  'phone',
  'email',
  'address',
  'photo',
  'signature',
  'document',
]);

/** Whether the answer is personal data: by its kind, because its definition says so, or by its name. */
export function isPersonal({ id, type, sensitive }: Field): boolean {
  return sensitive === true || PERSONAL.has(type) || /(^|_)(name|dob|father|mother|religion)(_|$)/.test(id);
}

/**
 * Why a field of a service is asked for, from the one table of purposes (Personal Data Protection Act: collected for a purpose that is said): what
 * its name tells comes before what its kind tells. null when the table has none: then it must not be asked for.
 */
export function purposeOf(serviceId: string, { id, type }: Pick<Field, 'id' | 'type'>): Purpose | null {
  const name = `${serviceId}/${id}`;
  const byName = PURPOSES.find(({ fields }) => fields.some((pattern) => pattern.test(name)));
  return (byName ?? PURPOSES.find(({ types }) => types.has(type)))?.purpose ?? null;
}
