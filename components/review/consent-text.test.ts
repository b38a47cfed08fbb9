import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import bn from '../../lib/i18n/locales/bn/review.json';
import en from '../../lib/i18n/locales/en/review.json';
import { CONSENT_TEXT_VERSION } from './consent-text';

/** Version and digest of the words people agreed to. Other words: raise the version, then put the new pair here. */
const AGREED = { version: '2026-11-22', digest: '6df80d3f9174c16d' };

test('the words of the consent do not change without a new version', () => {
  const words = [bn, en].flatMap((locale) =>
    (['consent.why', 'consent.who', 'consent.long', 'consent.withdraw'] as const).map((key) => locale[key]),
  );
  const digest = createHash('sha256').update(words.join('\n')).digest('hex').slice(0, 16);
  expect({ version: CONSENT_TEXT_VERSION, digest }).toEqual(AGREED);
});
