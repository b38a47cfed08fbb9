import { makeTrackingCode } from '@/lib/contract/tracking-code';

/** What a code looks like, for words about it: a right one, of a device that is not there. */
export const EXAMPLE_CODE = makeTrackingCode('K7M2', 42);
