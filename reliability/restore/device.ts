import { sealFile } from '../../lib/browser/attached-file';
import { beginDraft } from '../../lib/browser/begin-draft';
import { refreshCatalogue } from '../../lib/browser/catalogue-refresh';
import { answerSet, fileAttached, partSet } from '../../lib/browser/draft-mutation';
import { writeDraft } from '../../lib/browser/draft-writer';
import { enrolAgain, enrolIn } from '../../lib/browser/enrol-device';
import { queueDraft } from '../../lib/browser/queue-draft';
import { refreshKeys } from '../../lib/browser/server-keys';
import { createTestSync } from '../../lib/browser/testing/fake-device';
import { createWorkRoom } from '../../lib/browser/work-room';
import { seededChance } from '../../lib/forms/testing/chance';
import { generateAnswers } from '../../lib/forms/testing/generate-answers';
import { createFakeProfile } from '../../lib/local/testing/fake-databases';
import { browserLine } from '../../scripts/bench/browser-line';

const SERVICE = 'nationality-character-certificate';

/** A citizen's phone without a screen: the app's own code and database over a real line. */
export async function openDevice(origin: string, photograph: Uint8Array<ArrayBuffer>) {
  const profile = createFakeProfile();
  const room = createWorkRoom({
    work: profile.openWork(),
    reference: profile.openReference(),
    line: browserLine(origin),
  });
  const enrolled = await enrolIn(room, 'personal', 'phone');
  if (!enrolled.ok) throw new Error(enrolled.problem.type);
  await refreshCatalogue(room);
  await refreshKeys(room);
  const sync = await createTestSync(room);
  let filed = 0;

  /** Fills in, attaches every file that is asked for, and queues. Resolves with the application's id. */
  async function file(): Promise<string> {
    filed += 1;
    const draft = await beginDraft(room, SERVICE);
    if (!draft.ok) throw new Error(draft.problem.type);
    const { id } = draft.value;
    const row = await room.drafts.row(id);
    const content = row && (await room.drafts.open(row));
    const pinned = row && (await room.drafts.pinned(row.serviceId, row.serviceVersion));
    if (!row || !content || !pinned) throw new Error('the draft is not there');
    const { definition, optionSets } = pinned;
    const today = new Date().toISOString().slice(0, 10);
    const made = generateAnswers({ definition, optionSets, chance: seededChance(filed), today });
    const files = await Promise.all(
      made.attachments.map(({ id: attachmentId, slot }) =>
        sealFile(photograph, {
          submissionId: id,
          attachmentId,
          slot,
          mediaType: 'image/jpeg',
          name: 'paper',
        }),
      ),
    );
    const at = new Date().toISOString();
    const mutations = [
      ...Object.entries(made.answers).map(([field, answer]) => answerSet(field, answer)),
      ...files.map((one) => fileAttached(one.attachment, one.key, one.file)),
      partSet('consent', { textVersion: '2026-1', lang: 'bn', given: 'tick', forWhom: 'self', at }),
    ];
    await writeDraft(room.drafts, { row, content }, { mutations, now: Date.now() });
    const queued = await queueDraft(room, id);
    if (!queued.ok) throw new Error(JSON.stringify(queued.problem));
    return id;
  }

  return {
    room,
    file,
    flush: () => sync.flush({ hurry: true }),
    /** What the app does when the server says that it does not know this phone. */
    meetAgain: () => enrolAgain(room, 'personal'),
    states: async () => Object.fromEntries((await room.outbox.all()).map(({ id, state }) => [id, state])),
  };
}
