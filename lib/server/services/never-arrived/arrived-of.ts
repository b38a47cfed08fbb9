import type { Connection } from '../../db/client';
import { isAnyOf } from '../../db/is-any-of';
import { submissions } from '../../db/schema/submissions';

/** Which of these tracking codes have arrived, however they came. */
export async function arrivedOf(db: Connection, codes: readonly string[]): Promise<ReadonlySet<string>> {
  if (codes.length === 0) return new Set();
  const rows = await db
    .select({ code: submissions.trackingCode })
    .from(submissions)
    .where(isAnyOf(submissions.trackingCode, codes));
  return new Set(rows.map(({ code }) => code));
}
