import { dhakaToday } from '../bangla/dhaka-date';
import type { Field, OptionSets, ServiceDefinition } from '../forms/definition';
import { migrateDraft, type SetAside } from '../forms/migrate-draft';
import { optionsOf } from '../forms/options';
import { ownerOf } from '../local/record-store';
import type { CachedForm } from '../local/reference-store';
import type { DraftContent, DraftRow, PinnedDefinitionRow } from '../local/rows';
import { err, ok, type Result } from '../shared/result';
import type { CreatedDraft, MoveProblem } from './api';
import { usedOptionSets } from './begin-draft';
import { bring } from './bring-forms';
import { copyFiles } from './copy-files';
import { openRoom } from './open-room';
import { saveProblemOf } from './save-problem';
import type { WorkRoom } from './work-room';

/** A copy of a draft on the newest version of its form that this device has. */
export async function moveDraft(id: string): Promise<Result<CreatedDraft, MoveProblem>> {
  return moveIn(await openRoom(), id);
}

/**
 * The same in a given room. What the new version has no place for is kept with the copy and said; the old draft stays
 * as it was. Asked twice, it finds the copy of the first time. `newest` when there is nothing newer to move to.
 */
export async function moveIn(room: WorkRoom, id: string): Promise<Result<CreatedDraft, MoveProblem>> {
  try {
    const row = await room.drafts.row(id);
    if (row?.state !== 'open' || row.owner !== ownerOf(await room.records.person()))
      return err({ type: 'missing' });
    const made = (await room.drafts.rowsOf(row.owner)).find(({ movedFrom }) => movedFrom === id);
    if (made) return ok({ id: made.id });
    const content = await room.drafts.open(row);
    const from = await room.drafts.pinned(row.serviceId, row.serviceVersion);
    if (content === null || from === null) return err({ type: 'damaged' });
    const to = await newestForm(room, row);
    if (to === null) return err({ type: 'newest' });
    return await makeCopy(room, { row, content, from, to });
  } catch (error) {
    return err(saveProblemOf(error));
  }
}

interface Move {
  readonly row: DraftRow;
  readonly content: DraftContent;
  readonly from: PinnedDefinitionRow;
  readonly to: { readonly definition: ServiceDefinition; readonly optionSets: OptionSets };
}

async function makeCopy(
  room: WorkRoom,
  { row, content, from, to }: Move,
): Promise<Result<CreatedDraft, MoveProblem>> {
  const id = room.newId();
  const copy = await copyFiles(room, { from: row.id, to: id, content });
  if (copy === null) return err({ type: 'damaged' });
  const { answers, attachments } = copy.content;
  const { definition, optionSets } = to;
  const today = dhakaToday(room.now());
  const moved = migrateDraft({
    from: from.definition,
    to: definition,
    optionSets,
    answers,
    attachments,
    today,
  });
  const { owner, supersedes, mends } = row;
  await room.drafts.create(
    {
      id,
      owner,
      definition,
      optionSets,
      files: copy.files,
      movedFrom: row.id,
      ...(supersedes !== undefined && { supersedes }),
      ...(mends !== undefined && { mends }),
      content: {
        ...copy.content,
        answers: moved.answers,
        moved: {
          fromVersion: row.serviceVersion,
          setAside: moved.setAside.map((one) => withOldOptions(one, from.optionSets)),
          needAttention: moved.needAttention,
        },
      },
    },
    room.now(),
  );
  return ok({ id });
}

async function newestForm(room: WorkRoom, row: DraftRow): Promise<Move['to'] | null> {
  const isNewer = (form: CachedForm | null) => form !== null && form.definition.version > row.serviceVersion;
  let form = await room.reference.form(row.serviceId);
  // The list knew of it before the form was here.
  if (!isNewer(form)) {
    await bring(room, { want: [{ id: row.serviceId, ...(form?.tag && { tag: form.tag }) }] });
    form = await room.reference.form(row.serviceId);
  }
  if (form === null || !isNewer(form)) return null;
  const { definition } = form;
  return { definition, optionSets: usedOptionSets(definition, form.optionSets) };
}

/** A choice that is offered no more can only be named by the lists of its day. */
function withOldOptions(one: SetAside, optionSets: OptionSets): SetAside {
  if (one.field === undefined) return one;
  const { optionSet: _, ...field } = one.field;
  const chosen: readonly unknown[] = Array.isArray(one.value) ? one.value : [one.value];
  const options = optionsOf(one.field, optionSets).filter(({ value }) => chosen.includes(value));
  return { ...one, field: (options.length > 0 ? { ...field, options } : field) as Field };
}
