import type { ServiceDefinition } from '../../lib/forms/definition';
import { groupKeyOf } from '../../lib/forms/row-groups';
import { PAPERS } from './exam';

/** Finds the section a finding's pointer lies in; papers have their own; null for what the definition does not know. */
export function sectionFinder(definition: ServiceDefinition): (pointer: string) => string | null {
  const sectionByKey = new Map<string, string>();
  for (const field of definition.fields) {
    const key = groupKeyOf(field) ?? field.id;
    // A group stands where its first field stands.
    if (!sectionByKey.has(key)) sectionByKey.set(key, field.section);
  }
  return (pointer) => {
    const key = pointer.split('/')[1] ?? '';
    return key.startsWith('doc:') ? PAPERS : (sectionByKey.get(key) ?? null);
  };
}
