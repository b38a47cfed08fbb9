import type { DeskCaseSummary } from '../../contract/wire';
import type { LocalText } from '../../shared/locale';
import type { submissions } from '../db/schema/submissions';

export type CaseRow = typeof submissions.$inferSelect;

export const summaryOfRow = (row: CaseRow, centreName: LocalText | null): DeskCaseSummary => ({
  id: row.id,
  trackingCode: row.trackingCode,
  serviceId: row.serviceId,
  status: row.status,
  maskedName: row.maskedName,
  centreName,
  receivedAt: row.receivedAt.toISOString(),
  files: { have: row.filesHave, of: row.filesOf },
  version: row.version,
});
