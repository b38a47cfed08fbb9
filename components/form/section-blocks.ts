import type { AnswerRow, Field } from '../../lib/forms/definition';
import { groupKeyOf, type RowGroup, rowsOf } from '../../lib/forms/row-groups';
import type { FormView } from '../../lib/forms/visibility';
import { groupsByKey } from './read-answer';
import { type Spot, spotOf } from './spot';

/** What stands in a section, top to bottom: a field, or rows of fields where the first field of the group stands. */
export type Block =
  | { readonly kind: 'field'; readonly spot: Spot }
  | { readonly kind: 'rows'; readonly group: RowGroup; readonly rows: readonly RowBlock[] };

export interface RowBlock {
  /** The chosen value this row belongs to; null for rows the person adds. */
  readonly value: string | null;
  readonly spots: readonly Spot[];
}

/** The blocks of a section that are asked now. */
export function sectionBlocks(view: FormView, sectionId: string): readonly Block[] {
  const groups = groupsByKey(view.definition);
  return view.definition.fields.flatMap((field): readonly Block[] => {
    if (field.section !== sectionId) return [];
    const group = groups.get(groupKeyOf(field) ?? '');
    if (!group) return view.isVisible(field) ? [{ kind: 'field', spot: spotOf(field) }] : [];
    if (group.fields[0] !== field) return [];
    const rows = rowsOf(group, view.answers).map((row, index) => rowBlock(view, group, row, index));
    return rows.some(({ spots }) => spots.length > 0) ? [{ kind: 'rows', group, rows }] : [];
  });
}

/** Every spot asked now, in the order of the form. */
export function visibleSpots(view: FormView): readonly Spot[] {
  return view.definition.sections.flatMap(({ id }) =>
    sectionBlocks(view, id).flatMap((block) =>
      block.kind === 'field' ? [block.spot] : block.rows.flatMap((row) => row.spots),
    ),
  );
}

/** The same text as long as the same places are asked: a section draws again only when this changes. */
export function blocksSignature(blocks: readonly Block[]): string {
  return blocks
    .map((block) =>
      block.kind === 'field'
        ? block.spot.pointer
        : block.rows.map((row) => `${row.value}:${row.spots.map((spot) => spot.pointer).join()}`).join('|'),
    )
    .join('\n');
}

function rowBlock(view: FormView, group: RowGroup, row: AnswerRow, index: number): RowBlock {
  const value = group.per === undefined ? null : String(row[group.per] ?? '');
  const isAsked = (field: Field) => view.isVisible(field, row);
  return { value, spots: group.fields.filter(isAsked).map((field) => spotOf(field, index)) };
}
