import type { Field, ServiceDefinition } from './definition';

/** `find`, asked once for each definition: published definitions never change, and a form asks at every key. */
export function onceEach<T>(
  find: (definition: ServiceDefinition) => T,
): (definition: ServiceDefinition) => T {
  const known = new WeakMap<ServiceDefinition, { readonly found: T }>();
  return (definition) => {
    const before = known.get(definition);
    if (before) return before.found;
    const found = find(definition);
    known.set(definition, { found });
    return found;
  };
}

/** Fields by id. */
export const fieldsByIdOf: (definition: ServiceDefinition) => ReadonlyMap<string, Field> = onceEach(
  ({ fields }) => new Map(fields.map((field) => [field.id, field])),
);
