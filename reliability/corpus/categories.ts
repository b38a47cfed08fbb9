import type { Category } from './case';
import { bombs } from './cases/bombs';
import { brokenJson } from './cases/broken-json';
import { concurrency } from './cases/concurrency';
import { dates } from './cases/dates';
import { idempotency } from './cases/idempotency';
import { injection } from './cases/injection';
import { mediaAndMethods } from './cases/media-and-methods';
import { names } from './cases/names';
import { objectAccess } from './cases/object-access';
import { otherSites } from './cases/other-sites';
import { rate } from './cases/rate';
import { schema } from './cases/schema';
import { signInAndSession } from './cases/sign-in';
import { uploadContent } from './cases/upload-content';
import { uploadProtocol } from './cases/upload-protocol';
import { uploadTypes } from './cases/upload-types';
import { versions } from './cases/versions';

/** Section 4 of the reliability plan, in its order. */
export const CATEGORIES: readonly Category[] = [
  brokenJson,
  bombs,
  mediaAndMethods,
  schema,
  dates,
  names,
  injection,
  idempotency,
  versions,
  concurrency,
  signInAndSession,
  objectAccess,
  otherSites,
  rate,
  uploadTypes,
  uploadContent,
  uploadProtocol,
];
