import { expect } from 'vitest';
import type { ProblemCode } from '@/lib/contract/problem';
import { problemOf, statusOf } from './world/check-answer';
import type { Answer } from './world/http';
import { syncOf, type World } from './world/world';

/** One bad (or only odd) input, and what has to come of it. */
export interface Case {
  readonly name: string;
  readonly send: (world: World) => Promise<Answer>;
  readonly expected: Expected;
  /** More that has to hold, such as what the officer reads. */
  readonly also?: (world: World, answer: Answer) => Promise<unknown> | unknown;
}

export interface Category {
  readonly name: string;
  /** What `RELIABILITY.md`, section 4, asks for at least. */
  readonly least: number;
  readonly cases: readonly Case[];
  /** Largest growth of the server over a second round of the category, in megabytes. */
  readonly mostGrowth?: number;
}

/** Says what an answer has to be; named after what it is in the list of a category. */
export type Expected = (answer: Answer) => void;

/** The whole request is refused. `status` only where tus has one of its own. */
export const refused =
  (code: ProblemCode, pointer?: string, status: number = statusOf(code)): Expected =>
  (answer) => {
    const problem = problemOf(answer);
    expect({ status: answer.status, code: problem?.code ?? null }).toEqual({ status, code });
    if (pointer !== undefined) expect(problem?.errors?.map((one) => one.pointer)).toContain(pointer);
  };

/** The request is fine, its first item is refused and nothing else is (failure mode 48). */
export const itemRefused =
  (code: ProblemCode, pointer?: string): Expected =>
  (answer) => {
    expect(answer.status, answer.text.slice(0, 300)).toBe(200);
    const [receipt] = syncOf(answer).receipts;
    expect([receipt?.outcome, receipt?.problem?.code]).toEqual(['refused', code]);
    if (pointer !== undefined) expect(receipt?.problem?.errors?.map((one) => one.pointer)).toContain(pointer);
  };

const outcome =
  (wanted: 'accepted' | 'duplicate'): Expected =>
  (answer) => {
    expect(answer.status, answer.text.slice(0, 300)).toBe(200);
    const [receipt] = syncOf(answer).receipts;
    expect(receipt?.outcome, JSON.stringify(receipt?.problem)).toBe(wanted);
    expect(receipt?.receipt?.split('.')).toHaveLength(3);
  };

/** The first item is taken, with a receipt. */
export const accepted: Expected = outcome('accepted');
/** It was there before: the receipt comes again. */
export const duplicate: Expected = outcome('duplicate');

export const answered =
  (status: number): Expected =>
  (answer) =>
    expect(answer.status, answer.text.slice(0, 300)).toBe(status);

/** Refused by Node's own HTTP parser: the app never sees it, so there is no problem document. */
export const unparsed =
  (...statuses: readonly number[]): Expected =>
  (answer) => {
    expect(statuses).toContain(answer.status);
    expect(answer.bytes.byteLength).toBeLessThan(200);
  };
