import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleSubmission } from '../../../contract/testing/examples';
import { utf8 } from '../../../crypto/bytes';
import { deflate, inflate } from '../../../crypto/compress';
import { submissionHash } from '../../../crypto/submission-hash';
import { quickHash } from './quick-hash';
import { quickInflate } from './quick-inflate';

const LIMIT = 64 * 1024;
const dictionary = utf8('{"v":1,"lang":"bn","answers":{"name_last_bn":"আক্তার"'.repeat(900));

describe('the quick inflater', () => {
  it('gives what the reference gives, for whole, cut and invented streams', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 500 }),
        fc.boolean(),
        fc.nat(),
        fc.boolean(),
        (random, withDictionary, cut, isInvented) => {
          const known = withDictionary ? dictionary : undefined;
          const packed = isInvented ? new Uint8Array(random) : deflate(new Uint8Array(random), known);
          const sent = cut % 3 === 0 ? packed.slice(0, cut % (packed.length + 1)) : packed;
          const quick = quickInflate(sent, LIMIT, known);
          const reference = inflate(sent, LIMIT, known);
          // Of what no device has made, zlib refuses a little more: incomplete code tables.
          if (isInvented) expect(!quick.ok || reference.ok).toBe(true);
          else expect(quick.ok).toBe(reference.ok);
          if (sent === packed && !isInvented)
            expect(quickInflate(sent, LIMIT, known)).toEqual({ ok: true, value: new Uint8Array(random) });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('stops at the limit, and takes exactly the limit', () => {
    expect(quickInflate(deflate(new Uint8Array(LIMIT)), LIMIT)).toMatchObject({ ok: true });
    for (const size of [LIMIT + 1, LIMIT * 500])
      expect(quickInflate(deflate(new Uint8Array(size)), LIMIT)).toEqual({
        ok: false,
        problem: { type: 'inflates-too-large' },
      });
  });
});

it('the quick hash is the hash that receipts speak of', async () => {
  const { sealed } = exampleSubmission;
  for (const one of [exampleSubmission, { ...exampleSubmission, sealed: { ...sealed, n: 3 } }])
    expect(quickHash(one)).toBe(await submissionHash(one));
});
