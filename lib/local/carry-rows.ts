import type { WireSubmission } from '../contract/wire';

/** What keeps a whole package from going on, until a person does something. */
export type PackageTrouble = 'no-ticket' | 'ticket-refused' | 'device-revoked';

/** Unsent work of another device that this one carries. Sealed: nothing in it can be read here. */
export interface CarriedPackageRow {
  readonly v: 1;
  /** Hash of the file it came in: the same file chosen twice is the same package. */
  readonly id: string;
  /** `reading`: not every byte is here yet; the file has to be chosen once more. */
  readonly state: 'reading' | 'whole';
  readonly deviceCode: string | null;
  /** ISO instant of the first device's clock. */
  readonly exportedAt: string;
  readonly importedAt: number;
  readonly ticket: string | null;
  readonly items: number;
  readonly files: number;
  /** Applications in it that this build cannot read. */
  readonly unreadable: number;
  readonly bytes: number;
  readonly trouble?: PackageTrouble;
  /** The sealed bytes were let go; the receipts stay. */
  readonly letGo?: true;
}

export interface CarriedItemRow {
  readonly v: 1;
  readonly packageId: string;
  readonly id: string;
  /** As it will be sent; `sealed.enc` and `sealed.ct` are empty once it was let go. */
  readonly submission: WireSubmission;
  readonly queuedAt: number;
  readonly state: 'waiting' | 'received' | 'refused';
  /** Verified JWS, present when received. */
  readonly receipt?: string;
  /** Code of the refusal. */
  readonly problem?: string;
}

export interface CarriedFileRow {
  readonly v: 1;
  readonly packageId: string;
  readonly attachmentId: string;
  readonly submissionId: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly state: 'waiting' | 'sent' | 'refused';
  readonly uploadUrl?: string;
  readonly offset: number;
  readonly problem?: string;
}

/** An encrypted file in pieces; ArrayBuffers, because Safari loses Blobs in IndexedDB. */
export interface CarriedPartRow {
  readonly v: 1;
  readonly packageId: string;
  readonly attachmentId: string;
  readonly index: number;
  readonly data: ArrayBuffer;
}
