import type { ProblemCode } from '../contract/problem';
import { adviceFor } from '../contract/retry-advice';
import type { AttentionReason, WaitReason } from './item';

/** Attempts after which an item that the server keeps sending back, or cannot give a good receipt for, is shown. */
export const PATIENCE = 5;

/** Why an item goes on waiting after a refusal of its own; undefined when a person has to look. */
export function reasonAfterRefusal(problem: AttentionReason, attempts: number): WaitReason | undefined {
  if (problem.code === 'damaged') return undefined;
  if (problem.code === 'receipt-not-verified') return attempts < PATIENCE ? 'not-our-server' : undefined;
  switch (adviceFor(problem.code)) {
    case 'later':
      return problem.code === 'internal' ? 'server-error' : 'server-busy';
    case 'now':
      return attempts < PATIENCE ? 'server-error' : undefined;
    case 'never':
      return undefined;
  }
}

/** Refusals of a whole request that say nothing about any item in it, and what everybody then waits for. */
const ABOUT_THE_DEVICE: Partial<Record<ProblemCode, WaitReason>> = {
  unauthenticated: 'session-needed',
  forbidden: 'session-needed',
  'cross-site': 'session-needed',
  'device-revoked': 'session-needed',
  'unsupported-protocol': 'server-error',
  'not-found': 'server-error',
  'method-not-allowed': 'server-error',
  'not-acceptable': 'server-error',
  'unsupported-media': 'server-error',
};

/** What a whole refused request makes everybody wait for; undefined when one of its items may be to blame. */
export function reasonForAll(code: ProblemCode): WaitReason | undefined {
  const advice = adviceFor(code);
  if (advice !== 'never') return advice === 'later' && code !== 'internal' ? 'server-busy' : 'server-error';
  return ABOUT_THE_DEVICE[code];
}
