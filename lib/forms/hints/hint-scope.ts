import { answerOf, isAddressAnswer } from '../answer-shape';
import type { AddressAnswer, AnswerRow, Field } from '../definition';
import { rowGroupsOf, rowsOf, singleFieldsOf } from '../row-groups';
import type { FormView } from '../visibility';

/** Fields that speak of the same people: those asked once, or one row. Hidden ones are not there. */
export interface HintScope {
  readonly today: string;
  readonly fields: readonly Field[];
  /** The normalised answer, '' for anything that is not text, is hidden or is not in this scope. */
  text(id: string): string;
  address(id: string): AddressAnswer | null;
  pointer(id: string): string;
  field(id: string): Field | undefined;
}

export function hintScopes(view: FormView): readonly HintScope[] {
  const rows = rowGroupsOf(view.definition).flatMap((group) =>
    rowsOf(group, view.answers).map((row, at) => scopeOf(view, group.fields, `/${group.key}/${at}`, row)),
  );
  return [scopeOf(view, singleFieldsOf(view.definition), ''), ...rows];
}

function scopeOf(view: FormView, all: readonly Field[], place: string, row?: AnswerRow): HintScope {
  const fields = all.filter((field) => view.isVisible(field, row));
  const byId = new Map(fields.map((field) => [field.id, field]));
  const answer = (id: string) => (byId.has(id) ? answerOf(row ?? view.answers, id) : undefined);
  return {
    today: view.today,
    fields,
    text(id) {
      const found = answer(id);
      return typeof found === 'string' ? found : '';
    },
    address(id) {
      const found = answer(id);
      return isAddressAnswer(found) ? found : null;
    },
    pointer: (id) => `${place}/${id}`,
    field: (id) => byId.get(id),
  };
}
