import type { Answers, OptionSets, ServiceDefinition } from '../forms/definition';
import type { LocalText } from '../shared/locale';
import type { AuditAction } from './audit-actions';
import type { ProblemCode } from './problem';

/**
 * Protocol version this build speaks. The server accepts N…N-3. 2 says what neighbouring submissions share only once
 * (`compact-group.ts`), and what their receipts share (`SignedReceipts`); what a submission is, its hash and its receipt
 * are the same in both.
 */
export const PROTOCOL = 2;

/** One file as announced with its submission. `sha256` (lower-case hex) and `bytes` are of the encrypted file. */
export interface AttachmentHeader {
  readonly id: string;
  /** `field:<fieldId>` or `doc:<documentId>` */
  readonly slot: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf';
}

/**
 * HPKE output, base64url; `enc` as a compressed point (33 bytes). `n`: which one-time key of the session `enc` this is
 * sealed with; absent = `enc` is of this submission alone (single shot). `z`: how the plaintext was made small.
 */
export interface Sealed {
  readonly kid: string;
  readonly enc: string;
  readonly n?: number;
  readonly ct: string;
  readonly z: 'deflate' | 'deflate-dict-1' | 'positional-1';
}

/** A submission as it travels. Everything but `sealed` is the clear header and is bound as AAD. */
export interface WireSubmission {
  readonly id: string;
  readonly trackingCode: string;
  readonly serviceId: string;
  readonly serviceVersion: number;
  /** ISO instant claimed by the device. */
  readonly queuedAt: string;
  readonly sealed: Sealed;
  readonly attachments: readonly AttachmentHeader[];
  readonly supersedes?: string;
}

/** What is sealed: read only by the server. */
export interface Plaintext {
  readonly v: 1;
  readonly lang: 'bn' | 'en';
  /** Six ASCII digits the citizen needs beside the tracking code. */
  readonly check: string;
  readonly answers: Answers;
  readonly consent: ConsentRecord;
  readonly fee: FeeRecord;
  readonly author: {
    readonly kind: 'operator' | 'citizen';
    readonly userId?: string;
    readonly name?: string;
  };
  /** base64url AES-256-GCM key by attachment id. */
  readonly fileKeys: Readonly<Record<string, string>>;
}

export interface ConsentRecord {
  readonly textVersion: string;
  readonly lang: 'bn' | 'en';
  readonly given: 'tick' | 'signature' | 'thumb';
  readonly forWhom: 'self' | 'child' | 'other';
  readonly at: string;
}

/** Whole taka. Government fee and the counter's own charge are kept apart, always. */
export interface FeeRecord {
  readonly governmentBdt: number | null;
  readonly chargeBdt: number;
  readonly taken: boolean;
}

export type CaseStatus = 'received' | 'accepted' | 'returned' | 'rejected' | 'superseded';

export interface SyncRequest {
  readonly protocol: number;
  readonly cursor: number;
  readonly catalogueVersion: number;
  readonly submissions: readonly WireSubmission[];
}

export interface SyncReceipt {
  readonly id: string;
  readonly outcome: 'accepted' | 'duplicate' | 'refused';
  /** Compact JWS over ReceiptClaims, present unless refused. */
  readonly receipt?: string;
  readonly problem?: ItemProblem;
}

export interface ItemProblem {
  readonly code: ProblemCode;
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[];
}

/** Claims of the receipt JWS (ES256, `typ: receipt+jwt`). `sha256` is submissionHash, hex. */
export interface ReceiptClaims {
  readonly id: string;
  readonly sha256: string;
  readonly seq: number;
  readonly epoch: string;
  /** ISO instant of the server. */
  readonly at: string;
}

export interface Change {
  readonly submissionId: string;
  readonly seq: number;
  readonly status: CaseStatus;
  readonly at: string;
  readonly note?: string;
  /** Files the server has and has verified, of those announced. */
  readonly files?: { readonly have: number; readonly of: number };
}

export interface SyncResponse {
  readonly receipts: readonly SyncReceipt[];
  readonly changes: readonly Change[];
  readonly cursor: number;
  readonly epoch: string;
  readonly backupSeq: number;
  readonly serverTime: string;
  readonly catalogueVersion: number;
  /** Present when further changes are ready behind `cursor`: ask again at once. */
  readonly more?: boolean;
}

/**
 * Receipts of neighbours in the request, without what they share and what the device knows: its submissions and their
 * hashes. The i-th is that of the submission `from` + i and has the number `seq` + i.
 */
export interface SignedReceipts {
  /** Place in the request of the first, from 0. */
  readonly from: number;
  readonly outcome: 'accepted' | 'duplicate';
  readonly kid: string;
  readonly at: string;
  readonly seq: number;
  /** Left out when it is that of the answer. */
  readonly epoch?: string;
  /** Each also stands for a change: received, with the number and the instant of its receipt, none of its files there. */
  readonly news?: true;
  /** Signatures, 86 characters each, one behind the other. */
  readonly signatures: string;
}

/** An answer from protocol 2 on. `receipts` has those that do not fit in `signed`, in the order of their places. */
export interface CompactSyncResponse extends SyncResponse {
  readonly signed?: readonly SignedReceipts[];
}

/** Claims of the ticket JWS (ES256, `typ: ticket+jwt`). It lets anybody hand in sealed work of this device, and nothing else. */
export interface TicketClaims {
  readonly aud: 'sheba-setu-relay';
  /** Id of the device on whose behalf. */
  readonly device: string;
  /** ISO instant of the server. */
  readonly at: string;
}

export interface TicketResponse {
  readonly ticket: string;
}

export interface RelayRequest {
  readonly protocol: number;
  readonly submissions: readonly WireSubmission[];
}

/** Receipts and nothing else: whoever carries work of others learns that it arrived, not what became of it. */
export interface RelayResponse {
  readonly receipts: readonly SyncReceipt[];
}

/** Public half of a P-256 key pair, RFC 7517. */
export interface PublicJwk {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
}

export interface ServerKeys {
  readonly seal: { readonly kid: string; readonly publicKey: PublicJwk };
  readonly receipt: { readonly kid: string; readonly publicKey: PublicJwk };
}

export interface Agency {
  readonly id: string;
  readonly name: LocalText;
}

export interface CatalogueResponse {
  readonly version: number;
  readonly agencies: readonly Agency[];
  readonly optionSets: OptionSets;
  readonly services: readonly ServiceDefinition[];
  readonly removed: readonly string[];
}

/** What is known of the government fee, whole taka. `unknown` is never shown as free. */
export type FeeRange =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'free' }
  | { readonly kind: 'one'; readonly bdt: number }
  | { readonly kind: 'range'; readonly from: number; readonly to: number };

/** What a list shows of a service and finds it by, without its form. */
export interface ServiceEntry {
  readonly id: string;
  readonly version: number;
  /** Names the content of the form: another tag, another content, also after the server was restored. */
  readonly tag: string;
  /** The part of the catalogue its form comes with; what is asked for most is in part 0. */
  readonly part: number;
  readonly name: LocalText;
  readonly agency: string;
  readonly category: string;
  readonly keywords: readonly string[];
  readonly fee: FeeRange;
  readonly time: LocalText | null;
}

/** All services, or what changed in the list after version `since`. */
export interface ServiceList {
  readonly version: number;
  /** 0: this is the whole list, in the place of any other. */
  readonly since: number;
  readonly agenciesTag: string;
  /** Left out for whoever named the same tag. */
  readonly agencies?: readonly Agency[];
  readonly services: readonly ServiceEntry[];
  readonly removed: readonly string[];
}

/**
 * One step from a form to its next content, at the place `at`. `cut`: that many items of the list leave from the index that
 * ends `at`, and `put` is the list of those that come in their place. Otherwise `put` is the value there; without it the key goes.
 */
export interface FormChange {
  readonly at: readonly (string | number)[];
  readonly cut?: number;
  readonly put?: unknown;
}

/** The form `id`, whole or as what changed since the content named `from`. */
export type ServiceForm =
  | { readonly id: string; readonly tag: string; readonly definition: ServiceDefinition }
  | {
      readonly id: string;
      readonly tag: string;
      readonly from: string;
      readonly changes: readonly FormChange[];
    };

/** Forms of services. What was asked for and is not in it, is offered no more. */
export interface ServiceForms {
  readonly setsTag: string;
  /** Left out for whoever named the same tag. */
  readonly optionSets?: OptionSets;
  readonly forms: readonly ServiceForm[];
}

export type EnrolRequest =
  | { readonly kind: 'centre'; readonly name: string }
  | { readonly kind: 'personal'; readonly name: string };

export interface EnrolResponse {
  readonly deviceId: string;
  /** Crockford base 32, first part of every tracking code made on this device. */
  readonly deviceCode: string;
  readonly centre?: Centre;
}

export interface Centre {
  readonly id: string;
  readonly name: LocalText;
  /** Place id of the union, for ranking. */
  readonly unionId: string;
  readonly upazilaId: string;
  readonly districtId: string;
}

export interface TrackResponse {
  readonly status: CaseStatus | 'unknown';
  readonly serviceId?: string;
  readonly steps: readonly { readonly status: CaseStatus; readonly at: string; readonly note?: string }[];
  readonly files?: { readonly have: number; readonly of: number };
}

export interface Me {
  readonly userId: string;
  readonly name: string;
  readonly role: 'operator' | 'officer' | 'administrator';
  readonly centre?: Centre;
  readonly agencies?: readonly string[];
}

/** A row of the officer's list: nothing personal but the masked name. */
export interface DeskCaseSummary {
  readonly id: string;
  readonly trackingCode: string;
  readonly serviceId: string;
  readonly status: CaseStatus;
  readonly maskedName: string;
  readonly centreName: LocalText | null;
  readonly receivedAt: string;
  readonly files: { readonly have: number; readonly of: number };
  readonly version: number;
}

export interface DeskCase extends DeskCaseSummary {
  readonly serviceVersion: number;
  readonly definition: ServiceDefinition;
  readonly optionSets: OptionSets;
  readonly answers: Answers;
  readonly consent: ConsentRecord;
  readonly fee: FeeRecord;
  readonly author: Plaintext['author'];
  readonly queuedAt: string;
  readonly supersedes?: string;
  readonly attachments: readonly {
    readonly id: string;
    readonly slot: string;
    readonly mediaType: string;
    readonly bytes: number;
    readonly state: 'waiting' | 'stored' | 'refused';
  }[];
  readonly history: readonly {
    readonly status: CaseStatus;
    readonly at: string;
    readonly note?: string;
    readonly by?: string;
  }[];
}

/** Who made, changed and looked at a case, newest first. */
export interface CaseAudit {
  readonly entries: readonly {
    /** Of the server's database. */
    readonly at: string;
    /** What the device says when it was made. */
    readonly claimedAt?: string;
    readonly action: AuditAction;
    readonly outcome: 'done' | 'refused';
    /** One of staff's, or `device`, `citizen`, `nobody`, `system`. */
    readonly role: string;
    /** Name of whoever was signed in. */
    readonly person?: string;
    readonly deviceCode?: string;
  }[];
}

/** `PUT`-like decision: sent with `If-Match: "<version>"`. `note` is required for return and reject. */
export interface DecisionRequest {
  readonly action: 'accept' | 'return' | 'reject';
  readonly note?: string;
}

/** One page of the officer's list, newest first; `next` is given back as `?after=` for the page behind it. */
export interface DeskCaseList {
  readonly cases: readonly DeskCaseSummary[];
  readonly next?: string;
}

export interface HealthResponse {
  readonly status: 'ok' | 'degraded';
  readonly build: string;
  readonly epoch: string;
  readonly time: string;
  readonly database: { readonly engine: string; readonly version: string; readonly fsync: boolean };
}

/** An application that a device announced and the server never got. Nothing personal: the citizen's slip has the code. */
export interface NeverArrivedItem {
  readonly trackingCode: string;
  readonly serviceId?: string;
  /** When the server first heard of it. */
  readonly announcedAt: string;
  /**
   * `lost`: its device says that it no longer has it. `elsewhere`: it lies on another device, or lay there when that was last heard of.
   * `revoked`: that device may send no more. `arrived-too`: it arrived after a person had filed another in its place.
   */
  readonly state: 'lost' | 'elsewhere' | 'revoked' | 'arrived-too';
  /** When the device that has it was last heard of. */
  readonly lastHeardAt?: string;
}

/** What never arrived of one stream; `tag` changes with the list, `0` names the empty one. */
export interface NeverArrived {
  readonly tag: string;
  readonly items: readonly NeverArrivedItem[];
  /** In the answer to a decision: which of the codes had arrived by then. */
  readonly arrived?: readonly string[];
}

/** A person's decision about what never arrived. */
export interface SettleRequest {
  readonly trackingCodes: readonly string[];
  readonly decision: 'filed-again' | 'not-needed';
}
