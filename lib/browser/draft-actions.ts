import { err, ok, type Result } from '../shared/result';
import type { DraftHandle, SaveProblem } from './api';
import { answerSet, type DraftMutation, fileAttached, fileDetached, partSet } from './draft-mutation';
import { askToPersist, refreshStorage } from './storage-store';
import type { WorkRoom } from './work-room';

/** What the actions of a draft lean on; `draft-session.ts` is the one that has it. */
export interface DraftCore {
  readonly openRoom: () => Promise<WorkRoom>;
  readonly handle: () => DraftHandle;
  readonly fileKey: (attachmentId: string) => string | undefined;
  readonly mutate: (mutation: DraftMutation) => void;
  readonly mutateNow: (mutation: DraftMutation) => Promise<Result<void, SaveProblem>>;
  readonly flush: () => Promise<boolean>;
  readonly forgetPending: () => Promise<void>;
}

type Actions = Pick<
  DraftHandle,
  | 'setAnswer'
  | 'setSection'
  | 'setConsent'
  | 'setFee'
  | 'understandMove'
  | 'attach'
  | 'detach'
  | 'openFile'
  | 'queue'
  | 'discard'
>;

/** What a screen can do with an open draft. Pictures, sealing and sending bring their code along when first used. */
export function createDraftActions(id: string, core: DraftCore): Actions {
  const { openRoom, handle, mutate, mutateNow, flush } = core;
  return {
    setAnswer: (fieldId, answer) => mutate(answerSet(fieldId, answer)),
    setSection: (sectionId) => mutate(partSet('at', sectionId)),
    setConsent: (consent) => mutate(partSet('consent', consent)),
    setFee: (fee) => mutate(partSet('fee', fee)),
    understandMove() {
      const { moved } = handle();
      if (moved !== null) mutate(partSet('moved', { ...moved, understood: true }));
    },

    async attach(slot, blob, name) {
      if ((await refreshStorage()).filesStop) return err({ type: 'storage-full' });
      const [{ prepareAttachment }, { sealFile }, room] = await Promise.all([
        import('./prepare-attachment'),
        import('./attached-file'),
        openRoom(),
      ]);
      const prepared = await prepareAttachment(blob);
      if (!prepared.ok) return prepared;
      const { bytes, mediaType } = prepared.value;
      const about = { submissionId: id, attachmentId: room.newId(), slot, mediaType, name };
      const sealed = await sealFile(bytes, about);
      const saved = await mutateNow(fileAttached(sealed.attachment, sealed.key, sealed.file));
      void refreshStorage();
      return saved.ok ? ok(sealed.attachment) : saved;
    },

    async detach(attachmentId) {
      await mutateNow(fileDetached(attachmentId));
      void refreshStorage();
    },

    async openFile(attachmentId) {
      const attachment = handle().attachments.find((one) => one.id === attachmentId);
      if (attachment === undefined) return null;
      const [{ openStoredFile }, room] = await Promise.all([import('./attached-file'), openRoom()]);
      const bytes = await openStoredFile(room, id, attachment, core.fileKey(attachmentId));
      return bytes === null ? null : new Blob([bytes], { type: attachment.mediaType });
    },

    async queue() {
      if (!(await flush())) return err(handle().saveProblem ?? { type: 'store-down' });
      const [{ queueDraft }, room] = await Promise.all([import('./queue-draft'), openRoom()]);
      const queued = await queueDraft(room, id);
      if (queued.ok) {
        void import('./sync-now').then(({ syncNow }) => syncNow());
        // Now there is work to lose. Not awaited: some browsers ask the person.
        void askToPersist();
      }
      return queued;
    },

    async discard() {
      await core.forgetPending();
      await (await openRoom()).drafts.remove(id);
    },
  };
}
