import { makeTrackingCode } from '@/lib/contract/tracking-code';

/** What a code looks like, for words about it: one that is right in itself. */
export const EXAMPLE_CODE = makeTrackingCode('K7M2', 42);
