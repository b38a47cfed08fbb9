import { fieldsOfRule } from './conditions';
import type { ServiceDefinition } from './definition';
import type { DefinitionProblem } from './definition-problem';
import { isVirtualField } from './virtual-fields';

/** Fields whose visibility waits for itself (`a>b>a`), each circle once, at the field of it that stands first. */
export function findCycle(definition: ServiceDefinition): readonly DefinitionProblem[] {
  const needs = new Map(definition.fields.map((field) => [field.id, neededBy(field.id, definition)]));
  const problems: DefinitionProblem[] = [];
  const done = new Set<string>();
  const visit = (id: string, path: readonly string[]): void => {
    const start = path.indexOf(id);
    if (start >= 0) {
      const at = definition.fields.findIndex((field) => field.id === id);
      problems.push({
        path: `fields[${at}].showIf`,
        reason: 'cycle',
        values: { fields: [...path.slice(start), id].join('>') },
      });
      return;
    }
    if (done.has(id)) return;
    for (const next of needs.get(id) ?? []) visit(next, [...path, id]);
    done.add(id);
  };
  for (const { id } of definition.fields) visit(id, []);
  return problems;
}

function neededBy(id: string, { fields, ageFrom }: ServiceDefinition): readonly string[] {
  const field = fields.find((one) => one.id === id);
  const named = [
    ...(field?.showIf ? fieldsOfRule(field.showIf) : []),
    ...(field?.repeatPer ? [field.repeatPer] : []),
  ];
  return named.map((one) => (isVirtualField(one) && ageFrom !== undefined ? ageFrom : one));
}
