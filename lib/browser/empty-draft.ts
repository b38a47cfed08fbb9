import { err } from '../shared/result';
import type { DraftHandle } from './api';

const nothing = (): void => {};

/** What a screen shows before its draft is read, and on the pre-rendered page. */
export const EMPTY_DRAFT: DraftHandle = {
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
  moved: null,
  setAnswer: nothing,
  setSection: nothing,
  setConsent: nothing,
  setFee: nothing,
  understandMove: nothing,
  attach: async () => err({ type: 'store-down' }),
  detach: async () => {},
  openFile: async () => null,
  queue: async () => err({ type: 'store-down' }),
  discard: async () => {},
};
