import type * as z from 'zod/mini';
import { type CompactFile, type CompactGroup, compactRowSchema } from './compact-group';
import { crockfordValue } from './crockford';
import { isDeviceCode } from './device-code';
import { longHex, longId, SHORT_ID_CHARS } from './short-hex';
import { makeTrackingCode } from './tracking-code';

const SHA256_DIGITS = 64;
/** The furthest instant JavaScript knows, milliseconds. */
const FURTHEST = 8.64e15;

/**
 * The submission that the row at `index` of a group stands for, still to be read by `wireSubmissionSchema`; undefined
 * when it is no such row. Never throws.
 */
export function expandRow(
  { service, seal, code, at }: Omit<CompactGroup, 'rows'>,
  row: unknown,
  index: number,
): object | undefined {
  const read = readRow(row);
  if (!read) return undefined;
  const [idAndCt, after, more = {}] = read;
  const id = longId(idAndCt.slice(0, SHORT_ID_CHARS));
  const trackingCode = codeOf(code, index + (more.c ?? 0));
  const queuedAt = instantOf(at + after);
  const attachments = (more.f ?? []).map(fileOf);
  const supersedes = more.s === undefined ? undefined : longId(more.s);
  const isWhole = id && trackingCode && queuedAt && attachments.every(Boolean) && (!more.s || supersedes);
  if (!isWhole) return undefined;
  const [kid, enc, z, first] = seal;
  if (first === undefined && more.n !== undefined) return undefined;
  const n = first === undefined ? {} : { n: first + index + (more.n ?? 0) };
  const [serviceId, serviceVersion] = service;
  return {
    id,
    trackingCode,
    serviceId,
    serviceVersion,
    queuedAt,
    sealed: { kid, enc, ...n, ct: idAndCt.slice(SHORT_ID_CHARS), z },
    attachments,
    ...(supersedes !== undefined && { supersedes }),
  };
}

/** `compactRowSchema`, without its detours for a row as nearly all are. */
function readRow(row: unknown): z.infer<typeof compactRowSchema> | undefined {
  if (Array.isArray(row) && row.length === 2 && typeof row[0] === 'string' && Number.isSafeInteger(row[1]))
    return [row[0], row[1]];
  return compactRowSchema.safeParse(row).data;
}

function codeOf([device, first]: CompactGroup['code'], offset: number): string | undefined {
  const count = first + offset;
  const isCount = Number.isSafeInteger(count) && count >= 0;
  return isCount && isDeviceCode(device) ? makeTrackingCode(device, count) : undefined;
}

function instantOf(ms: number): string | undefined {
  return Math.abs(ms) <= FURTHEST ? new Date(ms).toISOString() : undefined;
}

function fileOf([short, slot, hash, bytes, mediaType]: CompactFile): object | undefined {
  const id = longId(short);
  const sha256 = longHex(hash, SHA256_DIGITS);
  return id && sha256 ? { id, slot, sha256, bytes, mediaType } : undefined;
}

/** What `makeTrackingCode` counted, of a code's counter. */
export const countOf = (counter: string): number =>
  [...counter].reduce((sum, char) => sum * 32 + crockfordValue(char), 0);
