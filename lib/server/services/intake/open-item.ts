import { dhakaToday } from '../../../bangla/dhaka-date';
import { unpackPlaintext } from '../../../contract/packing/pack-plaintext';
import { type ContractProblem, parseContract } from '../../../contract/parse-contract';
import { plaintextSchema } from '../../../contract/plaintext-schema';
import type { Plaintext, WireSubmission } from '../../../contract/wire';
import type { OpenProblem } from '../../../crypto/open-submission';
import { openSubmission } from '../../../crypto/open-submission';
import { validateForm } from '../../../forms/validate';
import type { Result } from '../../../shared/result';
import { ok } from '../../../shared/result';
import type { SealKey } from '../../keys/seal-keys';
import type { PublishedVersion } from '../load-versions';
import { maskedNameOf } from './masked-name';
import { quickInflate } from './quick-inflate';
import { isQuickPlaintext } from './quick-plaintext';
import type { ItemFailure, ReadItem } from './read-item';
import { refused } from './read-item';
import { isStorable } from './storable';

export interface OpenedItem extends ReadItem {
  readonly plaintext: Plaintext;
  readonly agencyId: string;
  readonly maskedName: string;
}

const CODE_OF: Record<OpenProblem['type'], 'unknown-key' | 'unseal-failed'> = {
  'unknown-key': 'unknown-key',
  'unseal-failed': 'unseal-failed',
  'unknown-dictionary': 'unseal-failed',
  'inflate-failed': 'unseal-failed',
  'inflates-too-large': 'unseal-failed',
  'not-json': 'unseal-failed',
};

/** Opens one seal and checks everything in it that can be checked without the database. */
export async function openItem(
  item: ReadItem,
  published: PublishedVersion | undefined,
  keys: { readonly sealKey: (kid: string) => SealKey | undefined },
  now: number,
): Promise<Result<OpenedItem, ItemFailure>> {
  if (!published) return refused('unknown-form-version');
  const { submission } = item;
  const opened = await openSubmission({
    submission,
    ...(keys.sealKey(submission.sealed.kid) ?? { privateKey: undefined }),
    dictionaries: published.dictionaries,
    inflate: quickInflate,
    unpack: (header, packed) => unpackPlaintext(published.plans, header, packed),
  });
  if (!opened.ok) return refused(CODE_OF[opened.problem.type]);
  const plaintext = readPlaintext(opened.value);
  if (!plaintext.ok) return refused('validation-failed', plaintext.problem.errors);
  const content = plaintext.value;
  if (!isStorable(content))
    return refused('validation-failed', [{ pointer: '', code: 'characters-not-allowed' }]);
  const errors = [
    ...keyErrors(submission, content),
    ...slotErrors(submission, published),
    ...formErrors(submission, content, published, now),
  ];
  if (errors.length > 0) return refused('validation-failed', errors.slice(0, 100));
  const maskedName = maskedNameOf(published.definition, content.answers);
  return ok({ ...item, plaintext: content, agencyId: published.agencyId, maskedName });
}

function readPlaintext(value: unknown): Result<Plaintext, ContractProblem> {
  if (isQuickPlaintext(value)) return ok(value);
  const parsed = parseContract(plaintextSchema, value);
  return parsed.ok ? ok(parsed.value as Plaintext) : parsed;
}

type Errors = readonly { readonly pointer: string; readonly code: string }[];

function keyErrors(submission: WireSubmission, content: Plaintext): Errors {
  return submission.attachments
    .filter((file) => !Object.hasOwn(content.fileKeys, file.id))
    .map((file) => ({ pointer: `/fileKeys/${file.id}`, code: 'required' }));
}

function slotErrors(submission: WireSubmission, { slots }: PublishedVersion): Errors {
  return submission.attachments.flatMap((file, index) =>
    slots.has(file.slot) ? [] : [{ pointer: `/attachments/${index}/slot`, code: 'not-an-option' }],
  );
}

/**
 * The form's own rules. They are asked for the day it was queued and for today, with the option sets of its version and
 * with newer ones, and one way to be right is enough: weeks off line, a clock in another year or a refreshed catalogue
 * must not make a right application wrong.
 */
function formErrors(
  submission: WireSubmission,
  content: Plaintext,
  { definition, optionSets: allSets }: PublishedVersion,
  now: number,
): Errors {
  const days = [...new Set([dhakaToday(Date.parse(submission.queuedAt)), dhakaToday(now)])];
  let first: Errors | undefined;
  for (const optionSets of allSets) {
    for (const today of days) {
      const { answers } = content;
      const { errors } = validateForm({
        definition,
        optionSets,
        answers,
        attachments: submission.attachments,
        today,
      });
      if (errors.length === 0) return [];
      first ??= errors.map(({ pointer, code }) => ({ pointer: pointer.slice(0, 500), code }));
    }
  }
  return first ?? [];
}
