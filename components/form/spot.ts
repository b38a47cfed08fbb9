import type { Field } from '../../lib/forms/definition';
import { groupKeyOf } from '../../lib/forms/row-groups';

/** One place on the screen where one answer is given: a field, or a field in one row of its group. */
export interface Spot {
  readonly field: Field;
  /** JSON pointer of the answer, as in the engine's findings. */
  readonly pointer: string;
  /** Key of the row group and the row; null for a field asked once. */
  readonly cell: { readonly group: string; readonly row: number } | null;
}

export function spotOf(field: Field, row = 0): Spot {
  const group = groupKeyOf(field);
  if (group === null) return { field, pointer: `/${field.id}`, cell: null };
  return { field, pointer: `/${group}/${row}/${field.id}`, cell: { group, row } };
}

/** Pointer of the spot that a finding belongs to: `/birthplace/district` → `/birthplace`; a cell keeps group, row and field. */
export function spotPointerOf(pointer: string): string {
  const parts = pointer.split('/').slice(1);
  const isCell = /^(rows|each):/.test(parts[0] ?? '') && parts.length >= 3;
  return `/${parts.slice(0, isCell ? 3 : 1).join('/')}`;
}

/** DOM id of the control (of the first one, where there are several) of a spot. */
export function controlId(pointer: string): string {
  return `f${pointer.replace(/[/:]/g, '-')}`;
}
