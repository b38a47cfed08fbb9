import { fieldsOfRule, ruleHolds } from '../../forms/conditions';
import { rulesOf } from '../../forms/cross-references';
import type { OptionSets, Rule, ServiceDefinition } from '../../forms/definition';
import type { FormView } from '../../forms/visibility';
import type { Finding } from './finding';
import { conditionsOf, formStates } from './form-states';

/**
 * Rules that say nothing: they hold in every form that can be submitted, or in none. What is shown by a rule that never holds is a
 * question or a paper that nobody is ever asked for.
 * @param today ISO date
 */
export function deadConditions(
  definition: ServiceDefinition,
  optionSets: OptionSets,
  today: string,
): readonly Finding[] {
  const found = rulesOf(definition).flatMap(({ rule, path }): readonly Finding[] => {
    // "once this is answered": a question that follows another, whatever the answer is
    if (conditionsOf(rule).every(({ op }) => op === 'present')) return [];
    const fieldIds = fieldsOfRule(rule);
    const states = formStates(definition, optionSets, { fieldIds, today });
    if (states === null || states.length === 0) return [];
    const holds = states.map((view) => holdsIn(view, rule));
    if (!holds.includes(true)) return [neverHolds(path)];
    return holds.includes(false)
      ? []
      : [{ path, rule: 'dead-condition', reason: 'it always holds: leave it out' }];
  });
  return [...found, ...followers(definition, optionSets, { today, found })];
}

const holdsIn = (view: FormView, rule: Rule): boolean =>
  ruleHolds(rule, { today: view.today, lookUp: (id) => view.lookUp(id) });

function neverHolds(path: string): Finding {
  const reason = 'it never holds: no answers that can be submitted make it true';
  if (path.endsWith('.showIf')) return { path, rule: 'unreachable-field', reason };
  if (path.endsWith('.neededIf')) return { path, rule: 'unreachable-document', reason };
  return { path, rule: 'dead-condition', reason };
}

/** Fields whose own rule could hold, but hang on one that is never shown. */
function followers(
  definition: ServiceDefinition,
  optionSets: OptionSets,
  { today, found }: { readonly today: string; readonly found: readonly Finding[] },
): readonly Finding[] {
  return definition.fields.flatMap((field, at): readonly Finding[] => {
    const path = `fields[${at}].showIf`;
    if (!field.showIf || found.some((one) => one.path === path)) return [];
    const states = formStates(definition, optionSets, { fieldIds: [field.id], today });
    const isSeen = (view: FormView) =>
      view.definition.fields.some((one) => one.id === field.id && view.isVisible(one));
    if (states === null || states.length === 0 || states.some(isSeen)) return [];
    return [{ path, rule: 'unreachable-field', reason: 'what it hangs on is never shown' }];
  });
}
