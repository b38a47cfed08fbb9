import type { WireSubmission } from '../contract/wire';
import type { Bytes } from '../crypto/bytes';

/** First words of every file with unsent work, of any version. */
export const UNSENT_FORMAT = 'sheba-setu-unsent';

/** Version this build writes. Version 1 was one JSON text with files in base64; it is still read. */
export const UNSENT_VERSION = 2;

/** How a file of unsent work begins, byte for byte: what is cut off before it ends can still be named. */
export const UNSENT_BEGINS = `{"format":"${UNSENT_FORMAT}","v":`;

/** First line of a file. Nothing personal: the device, when, and what is in it. */
export interface PackageHead {
  readonly v: number;
  readonly exportedAt: string;
  readonly deviceCode: string | null;
  /** Lets anybody hand this in on behalf of the device; null in files of version 1 and of devices that never met the server since. */
  readonly ticket: string | null;
  readonly items: number;
  readonly files: number;
}

/** One application as it lies in a file. `queuedAt`: the first device's clock. */
export interface PackedItem {
  readonly submission: WireSubmission;
  readonly queuedAt: number;
}

/** One encrypted file; its bytes follow. */
export interface PackedFile {
  readonly submissionId: string;
  readonly id: string;
  readonly bytes: number;
}

/**
 * Why a chosen file is not taken. `not-whole`: it ends too early. `damaged`: bytes in it are not those that were
 * written. `foreign`: no file of this app. `newer`: of a version this build does not know. `unreadable`: the drive does
 * not give it.
 */
export type PackageProblem = {
  readonly type: 'not-whole' | 'damaged' | 'foreign' | 'newer' | 'unreadable';
};

/** Is told what a file holds, in order. What it throws ends the reading. */
export interface PackageVisitor {
  head(head: PackageHead): Promise<void>;
  item(item: PackedItem): Promise<void>;
  /** An application that this build cannot read; it can only be counted. */
  unreadable(): Promise<void>;
  file(file: PackedFile): Promise<void>;
  /** The next bytes of the file told last. */
  bytes(data: Bytes): Promise<void>;
}
