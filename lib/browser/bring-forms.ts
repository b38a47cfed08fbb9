import { applyChanges } from '../contract/form-changes';
import type { ServiceForm } from '../contract/wire';
import type { ServiceDefinition } from '../forms/definition';
import { type FormsQuestion, fetchForms } from '../remote/http-catalogue';
import { type FormsWish, planForms } from './plan-forms';
import type { WorkRoom } from './work-room';

/**
 * Fetches forms that are missing or older than the list says, a few at a time; each answer is kept before the next is asked for, so
 * that a line which breaks loses little. True when the server has answered all of it.
 */
export async function bringForms(room: WorkRoom, wish: FormsWish): Promise<boolean> {
  const list = await room.reference.list();
  if (list === null) return false;
  for (const question of planForms(list.services, await room.reference.formTags(), wish))
    if (!(await bring(room, question))) return false;
  return true;
}

/** False when the answer did not come. Rejects with StoreError when it cannot be kept. */
export async function bring(room: WorkRoom, question: FormsQuestion): Promise<boolean> {
  const answer = await fetchForms(room.line, question, await room.reference.setsTag());
  if (!answer.ok) return false;
  const { forms, setsTag, optionSets } = answer.value;
  const read = await Promise.all(forms.map((form) => wholeForm(room, form)));
  await room.reference.putForms(
    read.filter((form) => form !== null),
    optionSets ? { tag: setsTag, optionSets } : null,
  );
  // What is here is not what was thought to be here: these come whole.
  const odd = forms.filter((_, at) => read[at] === null).map(({ id }) => ({ id }));
  return odd.length === 0 || bring(room, { want: odd });
}

interface WholeForm {
  readonly id: string;
  readonly tag: string;
  readonly definition: ServiceDefinition;
}

async function wholeForm(room: WorkRoom, form: ServiceForm): Promise<WholeForm | null> {
  if ('definition' in form) return form;
  const { id, tag, from, changes } = form;
  const held = await room.reference.form(id);
  if (held?.tag !== from) return null;
  const definition = applyChanges(held.definition, changes) as ServiceDefinition | null;
  return definition?.id === id ? { id, tag, definition } : null;
}
