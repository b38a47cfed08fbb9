import type { ServiceDefinition } from '../../lib/forms/definition';
import { rowGroupsOf } from '../../lib/forms/row-groups';
import { PAPERS } from './exam';

/** Section a finding's pointer lies in; papers have their own; null when the definition does not know it. */
export function sectionOfPointer(definition: ServiceDefinition, pointer: string): string | null {
  const [key = ''] = pointer.split('/').slice(1);
  if (key.startsWith('doc:')) return PAPERS;
  const group = rowGroupsOf(definition).find((one) => one.key === key);
  const field = group?.fields[0] ?? definition.fields.find((one) => one.id === key);
  return field?.section ?? null;
}
