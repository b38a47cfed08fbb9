import { makeTrackingCode } from '../../contract/tracking-code';
import type { WireSubmission } from '../../contract/wire';
import type { OutboxItem } from '../item';

/** The n-th invented id. */
export const idOf = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

/** The n-th invented submission; `ctChars` makes it heavier. */
export function makeSubmission(n: number, ctChars = 400): WireSubmission {
  return {
    id: idOf(n),
    trackingCode: makeTrackingCode('K7M2', n),
    serviceId: 'birth-registration',
    serviceVersion: 1,
    queuedAt: '2026-11-22T04:42:00.000Z',
    sealed: { kid: 'seal-1', enc: 'A'.repeat(44), ct: 'C'.repeat(ctChars), z: 'deflate' },
    attachments: [],
  };
}

/** A freshly queued item, the older the smaller its number. */
export function makeItem(
  n: number,
  change: { readonly ctChars?: number; readonly queuedAt?: number } = {},
): OutboxItem {
  return {
    v: 1,
    id: idOf(n),
    submission: makeSubmission(n, change.ctChars),
    queuedAt: change.queuedAt ?? 1000 + n,
    attempts: 0,
    state: 'queued',
  };
}
