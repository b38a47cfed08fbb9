import type { ProblemCode } from '@/lib/contract/problem';

export type TroubleCode = ProblemCode | 'receipt-not-verified' | 'damaged';

/** What a person does about an item that does not go on by itself; also the key of its words. */
export type Trouble =
  | 'answers'
  | 'code'
  | 'files'
  | 'service'
  | 'person'
  | 'device'
  | 'again'
  | 'update'
  | 'damaged';

const TROUBLE_BY_CODE: Readonly<Record<TroubleCode, Trouble>> = {
  'validation-failed': 'answers',
  'malformed-request': 'answers',
  'malformed-json': 'answers',
  conflict: 'answers',
  'tracking-code-invalid': 'code',
  'supersedes-unknown': 'answers',
  'unseal-failed': 'answers',
  'version-stale': 'answers',
  'version-required': 'answers',
  'unsupported-media': 'files',
  'too-large': 'files',
  'unknown-form-version': 'service',
  unauthenticated: 'person',
  forbidden: 'person',
  'cross-site': 'person',
  'device-revoked': 'device',
  'unsupported-protocol': 'update',
  'not-found': 'again',
  'method-not-allowed': 'update',
  'not-acceptable': 'update',
  'in-flight': 'again',
  'unknown-key': 'again',
  'checksum-mismatch': 'again',
  'rate-limited': 'again',
  internal: 'again',
  unavailable: 'again',
  'storage-full': 'again',
  'receipt-not-verified': 'again',
  damaged: 'damaged',
};

/** Trouble behind a code. Every code of the wire has one, so nothing is shown without a way out. */
export function troubleOf(code: TroubleCode): Trouble {
  return TROUBLE_BY_CODE[code];
}

/** The way out that its button offers. */
export type WayOut = 'mend' | 'retry' | 'sign-in' | 'export';

const WAY_OUT: Readonly<Record<Trouble, WayOut>> = {
  answers: 'mend',
  code: 'mend',
  files: 'mend',
  service: 'mend',
  person: 'sign-in',
  device: 'sign-in',
  again: 'retry',
  update: 'retry',
  damaged: 'mend',
};

export function wayOutOf(trouble: Trouble): WayOut {
  return WAY_OUT[trouble];
}
