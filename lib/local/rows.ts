import type {
  Agency,
  Centre,
  ConsentRecord,
  FeeRecord,
  NeverArrivedItem,
  ServerKeys,
  ServiceEntry,
} from '../contract/wire';
import type { PinLock } from '../crypto/pin-lock';
import type { Answers, OptionSets, ServiceDefinition } from '../forms/definition';
import type { SetAside } from '../forms/migrate-draft';
import type { SyncPosition } from '../outbox/ports';
import type { Locale } from '../shared/locale';

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
  /** Goes along on the wire: the server knows the application that this one takes the place of. */
  readonly supersedes?: string;
  /** The application this draft was made from, when the server never knew that one. */
  readonly mends?: string;
  /** The draft of an older form version that this one is a copy of; that one stays as it was, and out of sight. */
  readonly movedFrom?: string;
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
  /** What became of the answers when they came from an older version of the form. */
  readonly moved?: MovedAnswers;
  /** Set when queued. */
  readonly trackingCode?: string;
  readonly check?: string;
}

export interface MovedAnswers {
  readonly fromVersion: number;
  readonly setAside: readonly SetAside[];
  /** Field or row-group keys that were right before and are not now. */
  readonly needAttention: readonly string[];
  /** The person has read it. */
  readonly understood?: true;
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
  /** How often the server was restored while the file was here: what an upload of an earlier round says is void. */
  readonly round?: number;
}

/** Who uses this device. Kept on the device, so that it is known without a line. */
export type PersonRecord =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'citizen' }
  | { readonly kind: 'operator'; readonly userId: string; readonly name: string; readonly centre: Centre }
  | {
      readonly kind: 'staff';
      readonly userId: string;
      readonly name: string;
      readonly role: 'officer' | 'administrator';
      readonly agencies: readonly string[];
    };

/** A vault without a PIN: a non-extractable AES-GCM key that scripts can use and cannot read. One vault per owner. */
export interface OpenVaultRow {
  readonly v: 1;
  readonly owner: string;
  readonly kid: string;
  readonly key: CryptoKey;
}

/** A vault behind its owner's PIN. */
export interface PinVaultRow {
  readonly v: 2;
  readonly owner: string;
  readonly kid: string;
  /** Whom the lock screen names. */
  readonly person: PersonRecord;
  readonly deviceKey: CryptoKey;
  /** null: too many wrong PINs, the key is gone for ever. */
  readonly lock: PinLock | null;
  /** Wrong PINs since the last right one. Raised before each try, so that a killed page forgets none. */
  readonly wrong: number;
  /** No try before this time, device clock; 0 when any may come. */
  readonly waitUntil: number;
}

export type VaultRow = OpenVaultRow | PinVaultRow;

/** What the server called this device. */
export interface DeviceRow {
  readonly v: 1;
  readonly key: 'device';
  readonly kind: 'centre' | 'personal';
  readonly deviceId: string;
  readonly deviceCode: string;
  readonly centre?: Centre;
  readonly enrolledAt: number;
}

export interface PersonRow {
  readonly v: 1;
  readonly key: 'person';
  readonly person: PersonRecord;
  /** Signed out without a line: the session on the server still has to be ended. */
  readonly owesSignOut?: true;
}

/** The next tracking number of the named device. A new device code starts again at 1. */
export interface CounterRow {
  readonly v: 1;
  readonly key: 'counter';
  readonly deviceCode: string;
  readonly next: number;
}

export interface SettingsRow {
  readonly v: 1;
  readonly key: 'settings';
  readonly locale: Locale;
  readonly chargeBdt: number;
}

export interface PositionRow {
  readonly v: 1;
  readonly key: 'position';
  readonly position: SyncPosition;
}

/** What the calls of this device weighed, by day of Dhaka, bytes; the last days only. */
export interface DataUsedRow {
  readonly v: 1;
  readonly key: 'data-used';
  readonly days: readonly { readonly day: string; readonly up: number; readonly down: number }[];
}

/** Lets others hand in this device's sealed work; goes into every file of unsent work. */
export interface TicketRow {
  readonly v: 1;
  readonly key: 'ticket';
  readonly deviceId: string;
  readonly ticket: string;
  readonly fetchedAt: number;
}

/** What was learnt of this browser's storage. Times by the device clock. */
export interface StorageRow {
  readonly v: 1;
  readonly key: 'storage';
  /** When the browser was last asked not to evict. */
  readonly persistAskedAt?: number;
  /** When a write last did not fit, and how much lay here then. */
  readonly full?: { readonly at: number; readonly usedBytes: number };
}

/** What was announced by devices of this one's centre, or lay here, and never arrived: for people to look after. */
export interface NeverArrivedRow {
  readonly v: 1;
  readonly key: 'never-arrived';
  /** Name of the server's list; `own` = not from there yet. */
  readonly tag: string;
  readonly items: readonly NeverArrivedItem[];
}

export type RecordRow =
  | DeviceRow
  | PersonRow
  | CounterRow
  | SettingsRow
  | PositionRow
  | DataUsedRow
  | TicketRow
  | StorageRow
  | NeverArrivedRow;

/** The definition a draft was begun with, held as long as any draft needs it. Nothing personal. */
export interface PinnedDefinitionRow {
  readonly v: 1;
  readonly id: string;
  readonly version: number;
  readonly definition: ServiceDefinition;
  readonly optionSets: OptionSets;
}

/** A row of the reference database: can be fetched again any time. */
export interface CachedServiceRow {
  readonly v: 1;
  readonly id: string;
  /** Names the content; absent in rows of a version that knew no tags. */
  readonly tag?: string;
  readonly definition: ServiceDefinition;
}

export type CachedRecordRow =
  /** Written by versions of before the list; still read while there is no list, never written. */
  | {
      readonly v: 1;
      readonly key: 'catalogue';
      readonly version: number;
      readonly etag: string | null;
      readonly agencies: readonly {
        readonly id: string;
        readonly name: { readonly bn: string; readonly en: string };
      }[];
      readonly optionSets: OptionSets;
    }
  | {
      readonly v: 1;
      readonly key: 'service-list';
      readonly version: number;
      readonly etag: string | null;
      readonly agenciesTag: string;
      readonly agencies: readonly Agency[];
      readonly services: readonly ServiceEntry[];
    }
  | { readonly v: 1; readonly key: 'option-sets'; readonly tag: string; readonly optionSets: OptionSets }
  | { readonly v: 1; readonly key: 'server-keys'; readonly keys: ServerKeys; readonly fetchedAt: number };
