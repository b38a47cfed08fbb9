import type { ListedService } from '../catalogue/listed-service';
import type {
  Agency,
  CaseStatus,
  Centre,
  ConsentRecord,
  FeeRecord,
  ItemProblem,
  NeverArrivedItem,
} from '../contract/wire';
import type { Answers, OptionSets, ServiceDefinition } from '../forms/definition';
import type { DraftAttachment, MovedAnswers } from '../local/rows';

import type { FileCount, WaitReason } from '../outbox/item';
import type { Locale } from '../shared/locale';
import type { Result } from '../shared/result';

/** A file of a draft, what became of its answers, and what never arrived, as screens see them. */
export type { DraftAttachment, MovedAnswers, NeverArrivedItem };

/** All services as the device knows them, without their forms: usable at once, whatever the line does. */
export interface CatalogueState {
  readonly ready: boolean;
  readonly version: number;
  readonly agencies: readonly Agency[];
  readonly services: readonly KnownService[];
  /** Services whose form is on this device. */
  readonly formsHere: number;
}

/** A service of the list; `version` of the form that is offered. */
export type KnownService = ListedService & { readonly version: number };

/** The form of a service for its page. `not-here`: it has not reached this device, and there is no line to fetch it. */
export type ServiceFormState =
  | { readonly status: 'loading' }
  | { readonly status: 'here'; readonly definition: ServiceDefinition; readonly optionSets: OptionSets }
  | { readonly status: 'not-here' }
  | { readonly status: 'unknown' };

/** Answer of "am I connected": only a real answer of our server counts. */
export type LineState = 'checking' | 'online' | 'offline' | 'server-down';

export interface QueueCounts {
  readonly drafts: number;
  readonly waiting: number;
  readonly attention: number;
  readonly received: number;
}

/** One card of today's board. `title` is the masked name, null when there is none. */
export interface BoardItem {
  readonly id: string;
  readonly serviceId: string;
  readonly title: string | null;
  readonly trackingCode: string | null;
  readonly at: number;
  /** What is known of its way to the server; null for a draft. */
  readonly facts: ItemFacts | null;
  readonly place:
    | { readonly kind: 'draft' }
    | {
        readonly kind: 'waiting';
        readonly reason: WaitReason | null;
        readonly retryAt: number | null;
        readonly attempts: number;
        /** A person stopped it. */
        readonly held: boolean;
      }
    | {
        readonly kind: 'sending';
        readonly by: 'this-window' | 'another-window' | 'background';
        readonly held: boolean;
      }
    | {
        readonly kind: 'received';
        readonly receivedAt: string;
        readonly status: CaseStatus;
        readonly statusAt: string;
        readonly note: string | null;
        readonly files: FileCount;
        /** Files that the server will not take as they are; the officer asks for them again. */
        readonly filesRefused?: number;
        /** How far the file has gone that is on its way, 0–100; null when none is. */
        readonly filePercent: number | null;
      }
    | {
        readonly kind: 'attention';
        readonly problem: ItemProblem | { readonly code: 'receipt-not-verified' | 'damaged' };
      }
    | {
        readonly kind: 'withdrawn';
        /** Device clock. */
        readonly withdrawnAt: number;
        readonly byMe: boolean;
        /** Whether the server has it all the same: not known to, may have, has. */
        readonly arrived: 'no' | 'maybe' | 'yes';
        /** Its sealed copy is still here. */
        readonly canUndo: boolean;
      };
}

export interface ItemFacts {
  readonly attempts: number;
  /** Device clock of the last try; null when there was none, or an older version made it. */
  readonly triedAt: number | null;
  /** What has to travel: text and files, bytes. */
  readonly bytes: number;
  /** The server may have it without this device knowing. */
  readonly mayHaveArrived: boolean;
}

export interface BoardState {
  readonly ready: boolean;
  readonly items: readonly BoardItem[];
  readonly counts: QueueCounts;
  /** Milliseconds; null = never. */
  readonly lastContact: number | null;
  /** What the clocks of server and device said at the last exchange, epoch ms; null = there was none. */
  readonly clockContact: { readonly serverTime: number; readonly deviceTime: number } | null;
  /** How many more ordinary applications fit on this device; null = the browser does not say. */
  readonly roomFor: number | null;
  /** Device time until which the server asked to be left alone; null when it did not. */
  readonly quietUntil: number | null;
  /** What the calls of this device weighed today, both ways, bytes. */
  readonly bytesToday: number;
  /** Unfinished work on this device that belongs to somebody else: drafts and what is not received. */
  readonly othersWork: number;
}

/** Who uses this device. Kept on the device, so that it is known without a line. */
export type Person =
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

/**
 * Whether this browser can keep work. `blocked`: another window holds an older version of the database, close it.
 * `unavailable`: the browser forbids storage (private window, blocked cookies). `down`: it opened before and fails now.
 * The work database is never deleted by the app in any of these.
 */
export type StoreState = 'opening' | 'open' | 'blocked' | 'unavailable' | 'down';

export interface DeviceState {
  readonly ready: boolean;
  readonly store: StoreState;
  readonly person: Person;
  readonly kind: 'centre' | 'personal' | null;
  readonly deviceCode: string | null;
  /** Centre this device was enrolled for; null on a personal device. */
  readonly centre: Centre | null;
  /** The server no longer knows this device or this session: work is kept, sign in or enrol again. */
  readonly sessionNeeded: boolean;
}

export type EnrolProblem =
  | { readonly type: 'no-line' }
  | { readonly type: 'session-needed' }
  | { readonly type: 'forbidden' }
  | { readonly type: 'rate-limited'; readonly retryAfterSeconds: number }
  | { readonly type: 'unavailable' }
  | SaveProblem;

export type SaveState = 'saved' | 'saving' | 'not-saved';

export type SaveProblem = { readonly type: 'storage-full' } | { readonly type: 'store-down' };

/** One open draft. Every change is committed by itself; `saveState` says `saved` only after the commit. */
export interface DraftHandle {
  readonly status: 'loading' | 'open' | 'missing' | 'kept' | 'damaged';
  readonly id: string;
  readonly definition: ServiceDefinition | null;
  readonly optionSets: OptionSets;
  readonly answers: Answers;
  readonly at: string | null;
  readonly attachments: readonly DraftAttachment[];
  readonly consent: ConsentRecord | null;
  readonly fee: FeeRecord | null;
  readonly saveState: SaveState;
  readonly saveProblem: SaveProblem | null;
  /** Epoch ms of the last commit. */
  readonly savedAt: number | null;
  readonly supersedes: string | null;
  /** What became of the answers, when this is a copy of a draft on an older version of the form. */
  readonly moved: MovedAnswers | null;
  setAnswer(fieldId: string, answer: Answers[string]): void;
  setSection(sectionId: string): void;
  setConsent(consent: ConsentRecord | null): void;
  setFee(fee: FeeRecord | null): void;
  /** The person has read what became of the answers. */
  understandMove(): void;
  attach(slot: string, file: Blob, name: string): Promise<Result<DraftAttachment, AttachProblem>>;
  detach(attachmentId: string): Promise<void>;
  /** A readable copy for preview; null when damaged. The caller revokes any object URL. */
  openFile(attachmentId: string): Promise<Blob | null>;
  /** Validates, seals, queues; resolves after the durable commit. */
  queue(): Promise<Result<QueuedSlip, QueueProblem>>;
  discard(): Promise<void>;
}

export type AttachProblem =
  | { readonly type: 'unsupported-media' }
  | { readonly type: 'too-large'; readonly maxMB: number }
  | { readonly type: 'unreadable' }
  | { readonly type: 'storage-full' }
  | { readonly type: 'store-down' };

export interface QueuedSlip {
  readonly id: string;
  readonly trackingCode: string;
  readonly check: string;
}

export type QueueProblem =
  | {
      readonly type: 'invalid';
      readonly errors: readonly { readonly pointer: string; readonly code: string }[];
    }
  | { readonly type: 'consent-missing' }
  | { readonly type: 'not-enrolled' }
  | { readonly type: 'no-server-key' }
  | SaveProblem;

/** What the slip prints; read from the vault of the person who made it. */
export interface SlipState {
  readonly status: 'loading' | 'ready' | 'missing';
  readonly id: string;
  readonly trackingCode: string;
  readonly check: string;
  readonly serviceId: string;
  readonly definition: ServiceDefinition | null;
  readonly name: string | null;
  readonly queuedAt: number;
  readonly fee: FeeRecord | null;
  readonly filesAnnounced: number;
  /** ISO instant of the verified receipt; null = provisional. */
  readonly receivedAt: string | null;
  /** What the paper has to say while there is no receipt; null once there is one. */
  readonly standing: SlipStanding | null;
  readonly centre: Centre | null;
}

export type SlipStanding =
  | { readonly kind: 'waiting' }
  /** It does not go on by itself: held, refused, spoilt. `mayHaveArrived`: it was sent, and no answer says that it did not. */
  | { readonly kind: 'stopped'; readonly mayHaveArrived: boolean }
  /** Device clock. `mayHaveArrived`: it was on its way before. */
  | { readonly kind: 'withdrawn'; readonly at: number; readonly mayHaveArrived: boolean };

export interface SignInInput {
  readonly username: string;
  readonly password: string;
}
export type SignInProblem =
  | { readonly type: 'wrong-password' }
  | { readonly type: 'no-line' }
  | { readonly type: 'rate-limited'; readonly retryAfterSeconds: number }
  | { readonly type: 'unavailable' };

/** Settings a person can change; kept on the device. */
export interface Settings {
  readonly locale: Locale;
  readonly chargeBdt: number;
}

/** What this device can still hold. Bytes; null = the browser does not say. */
export interface StorageState {
  readonly ready: boolean;
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
  readonly roomFor: number | null;
  /** From 80 % on no new file is taken, so that text still fits. */
  readonly filesStop: boolean;
  /** Whether the browser promised not to evict; null = not told. */
  readonly persisted: boolean | null;
  /** Device clock when it was last asked for that promise; null = never. */
  readonly persistAskedAt: number | null;
}

export interface ExportedUnsent {
  readonly fileName: string;
  readonly blob: Blob;
  readonly count: number;
}

/** A call that needs the line and did not work; the screen says which. */
export type RemoteProblem =
  | { readonly type: 'no-line' }
  | { readonly type: 'not-our-server' }
  | { readonly type: 'session-needed' }
  | { readonly type: 'not-found' }
  | { readonly type: 'version-stale' }
  | { readonly type: 'rate-limited'; readonly retryAfterSeconds: number }
  | { readonly type: 'refused'; readonly problem: ItemProblem }
  | { readonly type: 'unavailable' };

export type MendProblem = { readonly type: 'missing' } | { readonly type: 'damaged' } | SaveProblem;

/** `newest`: this device has no newer version of the form, or knows of one that did not come. */
export type MoveProblem = { readonly type: 'newest' } | MendProblem;

/** Only while a draft of the database is made: the id it will keep for ever. */
export interface CreatedDraft {
  readonly id: string;
}

/** `form-not-here`: the service is offered, its form has not reached this device, and there is no line to fetch it. */
export type CreateDraftProblem =
  | { readonly type: 'unknown-service' }
  | { readonly type: 'form-not-here' }
  | SaveProblem;
