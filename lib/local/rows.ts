import type { Answers } from '../forms/definition';
import type { CaseStatus, ConsentRecord, FeeRecord } from '../contract/wire';

/** AES-256-GCM under the vault key `kid`: 12-byte IV and ciphertext. */
export interface VaultBox {
  readonly kid: string;
  readonly iv: ArrayBuffer;
  readonly ct: ArrayBuffer;
}

/** A draft at rest: only what a list needs without opening it; everything personal is in `box`. */
export interface DraftRow {
  readonly v: 1;
  /** crypto.randomUUID() at creation; becomes the submission's id. */
  readonly id: string;
  readonly owner: string;
  readonly serviceId: string;
  readonly serviceVersion: number;
  /** `kept`: sealed and queued, held readable in the vault so that a refused or returned application can be mended. */
  readonly state: 'open' | 'kept';
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly supersedes?: string;
  readonly box: VaultBox;
}

/** The opened content of a DraftRow's box. */
export interface DraftContent {
  readonly answers: Answers;
  /** Section the person was in. */
  readonly at?: string;
  readonly consent?: ConsentRecord;
  readonly fee?: FeeRecord;
  /** base64url AES key per attachment id. */
  readonly fileKeys: Readonly<Record<string, string>>;
  readonly attachments: readonly DraftAttachment[];
  /** Set when queued. */
  readonly trackingCode?: string;
  readonly check?: string;
}

export interface DraftAttachment {
  readonly id: string;
  readonly slot: string;
  readonly mediaType: 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf';
  /** Bytes of the encrypted file. */
  readonly bytes: number;
  readonly sha256: string;
  readonly name: string;
}

/** Encrypted file (12-byte IV then ciphertext, AES-256-GCM, AAD = `<submissionId>|<attachmentId>`) in pieces of 256 KiB. */
export interface FilePartRow {
  readonly v: 1;
  readonly attachmentId: string;
  readonly index: number;
  readonly data: ArrayBuffer;
}

/** What still has to go up for one file. */
export interface FileRow {
  readonly v: 1;
  readonly attachmentId: string;
  readonly submissionId: string;
  readonly slot: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly state: 'draft' | 'ready' | 'sent' | 'refused';
  readonly uploadUrl?: string;
  readonly offset: number;
  readonly problem?: string;
}

export interface LocalCase {
  readonly submissionId: string;
  readonly status: CaseStatus;
}
