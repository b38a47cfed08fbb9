import type { WireSubmission } from '../../contract/wire';
import type { ServiceDefinition } from '../../forms/definition';
import type { OutboxItem } from '../../outbox/item';

/** Ids with the shape of a UUID v4, countable. */
export const sampleId = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export function sampleSubmission(n: number, over: Partial<WireSubmission> = {}): WireSubmission {
  return {
    id: sampleId(n),
    trackingCode: 'K7M2-0001-X',
    serviceId: 'birth-registration',
    serviceVersion: 1,
    queuedAt: new Date(1_700_000_000_000 + n).toISOString(),
    sealed: { kid: 'k1', enc: 'a'.repeat(87), ct: 'b'.repeat(40), z: 'deflate' },
    attachments: [],
    ...over,
  };
}

export function sampleItem(n: number, over: Partial<WireSubmission> = {}): OutboxItem {
  return {
    v: 1,
    id: sampleId(n),
    submission: sampleSubmission(n, over),
    queuedAt: 1_700_000_000_000 + n,
    attempts: 0,
    state: 'queued',
  };
}

const text = (bn: string, en: string) => ({ bn, en });

/** A small service with one required name, one optional photo and one paper. */
export const SAMPLE_SERVICE: ServiceDefinition = {
  id: 'birth-registration',
  version: 1,
  agency: 'registrar',
  category: 'civil',
  name: text('জন্ম নিবন্ধন', 'Birth registration'),
  flagship: true,
  confirmed: true,
  whoApplies: text('', ''),
  channel: 'centre',
  fee: { bdt: 50, basis: text('', ''), tiers: [] },
  processingTime: { text: null, basis: '' },
  serviceChargeNote: '',
  documents: [{ id: 'card', label: text('টিকা কার্ড', 'Vaccination card'), required: false }],
  sections: [{ id: 'child', title: text('শিশু', 'Child') }],
  fields: [
    { id: 'name', type: 'text', section: 'child', label: text('নাম', 'Name'), required: true },
    { id: 'photo', type: 'photo', section: 'child', label: text('ছবি', 'Photo'), required: false },
  ],
  nameFields: ['name'],
  keywords: [],
  notes: [],
  sources: [],
};
