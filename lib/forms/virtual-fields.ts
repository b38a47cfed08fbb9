import { ageOn, daysBetween } from './age';

/** Fields no one answers: counted from the date field `ageFrom` to today, as whole years and whole days. */
export const VIRTUAL_FIELDS = ['age', 'ageDays'] as const;

export type VirtualField = (typeof VIRTUAL_FIELDS)[number];

export function isVirtualField(id: string): id is VirtualField {
  return id === 'age' || id === 'ageDays';
}

/** The value of a virtual field as text, both dates ISO. */
export function virtualValue(field: VirtualField, from: string, today: string): string {
  return String(field === 'age' ? ageOn(from, today) : daysBetween(from, today));
}
