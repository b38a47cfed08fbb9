import type { Answers, OptionSets, ServiceDefinition } from '../forms/definition';
import { startingAnswers } from '../forms/starting-answers';
import { ownerOf } from '../local/record-store';
import { err, ok, type Result } from '../shared/result';
import type { CreateDraftProblem, CreatedDraft } from './api';
import { saveProblemOf } from './save-problem';
import { serviceForm } from './service-form';
import type { WorkRoom } from './work-room';

/** Makes a draft pinned to the newest version this device has of a service; without any it is fetched first. */
export async function beginDraft(
  room: WorkRoom,
  serviceId: string,
  supersedes?: string,
  answers: Answers = {},
): Promise<Result<CreatedDraft, CreateDraftProblem>> {
  const form = await serviceForm(room, serviceId);
  if (!form.ok) return form;
  const { definition } = form.value;
  const id = room.newId();
  try {
    const owner = ownerOf(await room.records.person());
    const content = {
      answers: { ...startingAnswers(definition), ...answers },
      fileKeys: {},
      attachments: [],
    };
    const optionSets = usedOptionSets(definition, form.value.optionSets);
    await room.drafts.create(
      { id, owner, definition, optionSets, content, ...(supersedes !== undefined && { supersedes }) },
      room.now(),
    );
  } catch (error) {
    return err(saveProblemOf(error));
  }
  return ok({ id });
}

/** The option sets a definition names: pinned with it, so that the draft opens without the catalogue. */
export function usedOptionSets(definition: ServiceDefinition, all: OptionSets): OptionSets {
  const names = new Set(definition.fields.flatMap(({ optionSet }) => optionSet ?? []));
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.has(name)));
}
