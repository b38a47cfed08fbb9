import type { FormView } from '../visibility';
import { dateHints } from './date-hints';
import type { FieldHint, HintKnowledge } from './hint';
import { hintScopes } from './hint-scope';
import { numberHints } from './number-hints';
import { nameHints, textHints } from './text-hints';

/**
 * What may be asked kindly of a form as it stands, one question a field at most, in no order. Hidden fields are never asked
 * about. A false question costs more trust than a missed one saves: every rule here is silent in doubt. Not part of
 * validation: the server never asks, and a submission may pass with all of them open.
 */
export function fieldHints(view: FormView, knows: HintKnowledge): readonly FieldHint[] {
  const found = hintScopes(view).flatMap((scope) => [
    ...scope.fields.flatMap((field) => [...textHints(scope, field), ...numberHints(scope, field, knows)]),
    ...nameHints(scope),
    ...dateHints(scope),
  ]);
  const first = new Map<string, FieldHint>();
  for (const hint of found) if (!first.has(hint.pointer)) first.set(hint.pointer, hint);
  return [...first.values()];
}
