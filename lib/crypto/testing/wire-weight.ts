import { gzipSync } from 'fflate';
import type { SyncRequest } from '../../contract/wire';
import { utf8 } from '../bytes';

export interface WireWeight {
  /** Bytes of the JSON body. */
  readonly json: number;
  /** Bytes of the body as it is sent. */
  readonly gzip: number;
  /** `gzip` shared out over the submissions; 0 when there is none. */
  readonly perSubmission: number;
}

/** What a sync request weighs on the line, without HTTP headers. */
export function wireWeight(request: SyncRequest): WireWeight {
  const body = utf8(JSON.stringify(request));
  const gzip = gzipSync(body, { level: 6, mtime: 0 }).length;
  const count = request.submissions.length;
  return { json: body.length, gzip, perSubmission: count === 0 ? 0 : gzip / count };
}
