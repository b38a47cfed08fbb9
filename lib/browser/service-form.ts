import type { CachedForm } from '../local/reference-store';
import { fetchForms } from '../remote/http-catalogue';
import { err, ok, type Result } from '../shared/result';
import type { WorkRoom } from './work-room';

/** `unknown-service`: not offered. `form-not-here`: it has to be fetched, and the server cannot be asked now. */
export interface FormProblem {
  readonly type: 'unknown-service' | 'form-not-here';
}

/** Where the browser keeps nothing, for the life of the page. */
const unkept = new WeakMap<WorkRoom, Map<string, CachedForm>>();

/** The newest form of a service that this device has; fetched at once when it has none. */
export async function serviceForm(room: WorkRoom, id: string): Promise<Result<CachedForm, FormProblem>> {
  const held = (await room.reference.form(id).catch(() => null)) ?? unkept.get(room)?.get(id);
  if (held) return ok(held);
  const list = await room.reference.list().catch(() => null);
  if (list && !list.services.some((entry) => entry.id === id)) return err({ type: 'unknown-service' });
  const setsTag = await room.reference.setsTag().catch(() => null);
  const answer = await fetchForms(room.line, { want: [{ id }] }, setsTag);
  if (!answer.ok) return err({ type: 'form-not-here' });
  const { forms, optionSets } = answer.value;
  const [form] = forms;
  if (form?.id !== id || !('definition' in form)) return err({ type: 'unknown-service' });
  const sets = optionSets ? { tag: answer.value.setsTag, optionSets } : null;
  try {
    await room.reference.putForms([form], sets);
  } catch {
    const { tag, definition } = form;
    const kept = unkept.get(room) ?? new Map<string, CachedForm>();
    unkept.set(room, kept.set(id, { tag, definition, optionSets: optionSets ?? {} }));
  }
  return ok(
    (await room.reference.form(id).catch(() => null)) ??
      unkept.get(room)?.get(id) ?? {
        tag: form.tag,
        definition: form.definition,
        optionSets: optionSets ?? {},
      },
  );
}
