import { err, type Result } from '../shared/result';
import type { CreateDraftProblem, CreatedDraft, DraftHandle } from './api';

/** A new draft of the newest version of a service, committed before this resolves. */
export async function createDraft(
  serviceId: string,
  supersedes?: string,
): Promise<Result<CreatedDraft, CreateDraftProblem>> {
  void serviceId;
  void supersedes;
  return err({ type: 'store-down' });
}

/** One open draft, the same in every component that asks for this id. */
export function useDraft(id: string): DraftHandle {
  return { ...LOADING, id };
}

const nothing = (): void => {};
const LOADING: DraftHandle = {
  status: 'loading',
  id: '',
  definition: null,
  optionSets: {},
  answers: {},
  at: null,
  attachments: [],
  consent: null,
  fee: null,
  saveState: 'saved',
  saveProblem: null,
  savedAt: null,
  supersedes: null,
  setAnswer: nothing,
  setSection: nothing,
  setConsent: nothing,
  setFee: nothing,
  attach: async () => err({ type: 'store-down' }),
  detach: async () => {},
  openFile: async () => null,
  queue: async () => err({ type: 'store-down' }),
  discard: async () => {},
};
