import { dhakaToday } from '../bangla/dhaka-date';
import type { Answers } from '../forms/definition';
import type { PinnedDefinitionRow } from '../local/rows';
import type { OutboxItem } from '../outbox/item';
import { usedOptionSets } from './begin-draft';
import { serviceForm } from './service-form';
import type { WorkRoom } from './work-room';

/**
 * The form a mended application is filled in on, with the answers that fit it. It is the form of before, unless the
 * server does not take that version: then the newest this device has. What the newer form has no place for stays in
 * the application it was copied from.
 */
export async function formForMending(
  room: WorkRoom,
  pinned: Pick<PinnedDefinitionRow, 'definition' | 'optionSets'>,
  answers: Answers,
  item: OutboxItem | undefined,
): Promise<Pick<PinnedDefinitionRow, 'definition' | 'optionSets'> & { readonly answers: Answers }> {
  const { definition: from, optionSets } = pinned;
  const isRetired = item?.state === 'needs-attention' && item.problem.code === 'unknown-form-version';
  const newest = isRetired ? await serviceForm(room, from.id) : null;
  const to = newest?.ok ? newest.value.definition : undefined;
  if (!newest?.ok || !to || to.version === from.version) return { definition: from, optionSets, answers };
  const { migrateDraft } = await import('../forms/migrate-draft');
  const newer = usedOptionSets(to, newest.value.optionSets);
  const today = dhakaToday(room.now());
  return {
    definition: to,
    optionSets: newer,
    answers: migrateDraft({ from, to, optionSets: newer, answers, today }).answers,
  };
}
