import { expect, it } from 'vitest';
import { parseContract } from '../../../contract/parse-contract';
import { plaintextSchema } from '../../../contract/plaintext-schema';
import { wireSubmissionSchema } from '../../../contract/submission-schema';
import { examplePlaintext, exampleSubmission } from '../../../contract/testing/examples';
import { everyBend } from '../../testing/every-bend';
import { isQuickPlaintext } from './quick-plaintext';
import { isQuickSubmission } from './quick-submission';

const copy = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const LOOKS = [
  {
    what: 'submission',
    isQuick: isQuickSubmission,
    read: (value: unknown) => parseContract(wireSubmissionSchema, value),
    example: exampleSubmission,
  },
  {
    what: 'plaintext',
    isQuick: isQuickPlaintext,
    read: (value: unknown) => parseContract(plaintextSchema, value),
    example: examplePlaintext,
  },
];

it.each(LOOKS)('the quick look at a $what takes what is right', ({ isQuick, read, example }) => {
  expect(isQuick(copy(example))).toBe(true);
  expect(read(copy(example)).ok).toBe(true);
});

it('takes a correction, a number in a session and every kind of answer', () => {
  const { sealed } = exampleSubmission;
  const whole = { ...exampleSubmission, supersedes: exampleSubmission.id, sealed: { ...sealed, n: 63 } };
  expect(isQuickSubmission(copy(whole))).toBe(true);
  const rows = { 'rows:heirs': [{ heir_name: 'রফিক', alive: false }], 'each:items': [], none: [''] };
  const { name: _, ...author } = examplePlaintext.author;
  expect(isQuickPlaintext(copy({ ...examplePlaintext, answers: rows, author }))).toBe(true);
});

it.each(LOOKS)(
  'the quick look at a $what takes nothing that the schema refuses or changes',
  ({ isQuick, read, example }) => {
    let taken = 0;
    for (const value of everyBend(example)) {
      if (!isQuick(value)) continue;
      taken += 1;
      expect(read(value)).toEqual({ ok: true, value });
    }
    expect(taken).toBeGreaterThan(50);
  },
);
