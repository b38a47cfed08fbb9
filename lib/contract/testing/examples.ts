import { makeTrackingCode } from '../tracking-code';
import type { CatalogueResponse, Plaintext, SyncResponse, WireSubmission } from '../wire';

/** Invented messages that every schema accepts; tests bend them. */
export const exampleSubmission: WireSubmission = {
  id: '3f2b8f0e-5d0c-4a8e-9b57-0d3c1a6e7f10',
  trackingCode: makeTrackingCode('K7M2', 66),
  serviceId: 'birth-registration',
  serviceVersion: 1,
  queuedAt: '2026-11-22T04:42:00.000Z',
  sealed: { kid: 'seal-1', enc: 'A'.repeat(44), ct: 'C'.repeat(400), z: 'deflate-dict-1' },
  attachments: [
    {
      id: '7a1d2c3b-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
      slot: 'doc:birth_proof',
      sha256: 'ab'.repeat(32),
      bytes: 240_128,
      mediaType: 'image/jpeg',
    },
  ],
};

export const examplePlaintext: Plaintext = {
  v: 1,
  lang: 'bn',
  check: '042917',
  answers: {
    name_last_bn: 'আক্তার',
    name_last_en: "O'BRIEN",
    declaration: true,
    reasons: ['lost', 'damaged'],
    birthplace: { division: '6', district: '47', village: 'চর কাউয়া' },
    photo: { attachmentIds: ['7a1d2c3b-4e5f-4a6b-8c7d-9e0f1a2b3c4d'] },
    heirs: [{ heir_name: 'রফিক', alive: false }],
    address_left_empty: {},
  },
  consent: {
    textVersion: '2026-1',
    lang: 'bn',
    given: 'thumb',
    forWhom: 'child',
    at: '2026-11-22T04:41:00Z',
  },
  fee: { governmentBdt: 25, chargeBdt: 50, taken: true },
  author: { kind: 'operator', userId: 'u1', name: 'শিউলি বেগম' },
  fileKeys: { '7a1d2c3b-4e5f-4a6b-8c7d-9e0f1a2b3c4d': 'k'.repeat(43) },
};

export const exampleSyncResponse: SyncResponse = {
  receipts: [
    { id: exampleSubmission.id, outcome: 'accepted', receipt: 'a.b.c' },
    { id: '7a1d2c3b-4e5f-4a6b-8c7d-9e0f1a2b3c4d', outcome: 'refused', problem: { code: 'conflict' } },
  ],
  changes: [
    {
      submissionId: exampleSubmission.id,
      seq: 7,
      status: 'returned',
      at: '2026-11-22T05:00:00Z',
      note: 'ছবি অস্পষ্ট',
      files: { have: 1, of: 1 },
    },
  ],
  cursor: 7,
  epoch: 'e1',
  backupSeq: 3,
  serverTime: '2026-11-22T05:00:01Z',
  catalogueVersion: 4,
};

export const exampleCatalogue: CatalogueResponse = {
  version: 4,
  agencies: [{ id: 'orgbdr', name: { bn: 'রেজিস্ট্রার জেনারেলের কার্যালয়', en: 'Registrar General' } }],
  optionSets: { sex: [{ value: 'f', label: { bn: 'নারী', en: 'Female' } }] },
  services: [],
  removed: ['old-service'],
};
