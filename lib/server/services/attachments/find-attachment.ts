import { and, eq } from 'drizzle-orm';
import type { DeviceActor } from '../../auth/actor';
import type { Connection } from '../../db/client';
import { attachments } from '../../db/schema/attachments';
import { submissions } from '../../db/schema/submissions';
import type { UploadKey } from './upload-id';

/** `broughtBy`: the device that brings its bytes. */
export type AttachmentRow = typeof attachments.$inferSelect & { readonly broughtBy: string };

/** Who asks for a file, and whether on behalf of the device by its ticket. */
export interface FileSeeker {
  readonly device: DeviceActor;
  readonly onBehalf?: boolean;
}

/**
 * An announced file of a submission of this device's stream; undefined for any other. Whoever comes with the device's
 * ticket finds only what came in under its name, not what its centre's other devices sent.
 */
export async function findAttachment(
  db: Connection,
  { device, onBehalf = false }: FileSeeker,
  key: UploadKey,
): Promise<AttachmentRow | undefined> {
  const [row] = await db
    .select({ attachment: attachments })
    .from(attachments)
    .innerJoin(
      submissions,
      and(eq(submissions.streamId, attachments.streamId), eq(submissions.id, attachments.submissionId)),
    )
    .where(
      and(
        eq(attachments.streamId, device.streamId),
        eq(attachments.submissionId, key.submissionId),
        eq(attachments.id, key.attachmentId),
        onBehalf ? eq(submissions.deviceId, device.deviceId) : undefined,
      ),
    );
  return row && { ...row.attachment, broughtBy: device.deviceId };
}
