import type { PackageTrouble } from '../local/carry-rows';
import { type CarriedPackage, hasWork } from '../local/carry-store';

/** One package as a person sees it: counts and codes, nothing of what is inside. */
export interface CarriedView {
  readonly id: string;
  readonly deviceCode: string | null;
  readonly exportedAt: string;
  readonly bytes: number;
  /** False: not every byte was read; the file has to be chosen once more. */
  readonly whole: boolean;
  readonly items: number;
  readonly received: number;
  readonly refused: readonly { readonly trackingCode: string; readonly code: string }[];
  readonly unreadable: number;
  readonly files: number;
  readonly filesSent: number;
  readonly filesRefused: number;
  readonly trouble: PackageTrouble | null;
  /** Something can go as soon as there is a line. */
  readonly waits: boolean;
  readonly letGo: boolean;
}

/** Counts what is known of each thing in a package. */
export function viewOf(one: CarriedPackage): CarriedView {
  const { head, items, files } = one;
  const { id, deviceCode, exportedAt, bytes, unreadable } = head;
  return {
    id,
    deviceCode,
    exportedAt,
    bytes,
    whole: head.state === 'whole',
    items: items.length,
    received: items.filter(({ state }) => state === 'received').length,
    refused: items.flatMap(({ state, submission, problem }) =>
      state === 'refused' ? [{ trackingCode: submission.trackingCode, code: problem ?? 'internal' }] : [],
    ),
    unreadable,
    files: files.length,
    filesSent: files.filter(({ state }) => state === 'sent').length,
    filesRefused: files.filter(({ state }) => state === 'refused').length,
    trouble: head.trouble ?? null,
    waits: hasWork(one),
    letGo: head.letGo === true,
  };
}
