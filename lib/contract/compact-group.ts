import * as z from 'zod/mini';
import { LIMITS } from './limits';

/**
 * Neighbours in a request that were sealed in one session for one version of a service: what they share is said once.
 * A submission that was sealed by itself stands in a group of one.
 */
export interface CompactGroup {
  readonly service: readonly [id: string, version: number];
  /** `n` is that of the first row; absent when the seal has none. */
  readonly seal: readonly [kid: string, enc: string, z: string, n?: number];
  /** Device code and counter of the first row's tracking code. */
  readonly code: readonly [device: string, counter: number];
  /** `queuedAt` of the first row, epoch milliseconds. */
  readonly at: number;
  readonly rows: readonly CompactRow[];
}

/** `id` as 22 characters and behind it the ciphertext; milliseconds after `at`; and what is not as expected. */
export type CompactRow = readonly [idAndCt: string, after: number, more?: CompactMore];

export interface CompactMore {
  /** How far the counter of the i-th row is from that of the first row and i. */
  readonly c?: number;
  /** The same for the number in the seal session. */
  readonly n?: number;
  /** Files: id as 22 characters, slot, SHA-256 as 43, bytes, media type. */
  readonly f?: readonly CompactFile[];
  /** `supersedes` as 22 characters. */
  readonly s?: string;
}

export type CompactFile = readonly [id: string, slot: string, sha256: string, bytes: number, type: string];

const short = z.string().check(z.maxLength(64));
const number = z.int();

/**
 * The outline of a group with its rows unread. It asks only for what can be repeated in every row without growing the
 * request; what a word may say is asked of each submission that comes out.
 */
export const compactGroupSchema = z.strictObject({
  service: z.tuple([short, number]),
  seal: z.union([z.tuple([short, short, short]), z.tuple([short, short, short, number])]),
  code: z.tuple([short, number]),
  at: number,
  rows: z.array(z.unknown()).check(z.minLength(1), z.maxLength(LIMITS.submissionsPerSync)),
});

export const compactRowSchema = z.union([
  z.tuple([z.string(), number]),
  z.tuple([
    z.string(),
    number,
    z.strictObject({
      c: z.exactOptional(number),
      n: z.exactOptional(number),
      f: z.exactOptional(
        z
          .array(z.tuple([z.string(), z.string(), z.string(), number, z.string()]))
          .check(z.maxLength(LIMITS.attachmentsPerSubmission)),
      ),
      s: z.exactOptional(z.string()),
    }),
  ]),
]);

/** A whole group, as a well-behaved client sends it. */
export const wholeGroupSchema = z.strictObject({
  ...compactGroupSchema.shape,
  rows: z.array(compactRowSchema).check(z.minLength(1), z.maxLength(LIMITS.submissionsPerSync)),
});
