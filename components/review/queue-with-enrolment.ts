import type { DraftHandle, Person, QueuedSlip, QueueProblem } from '@/lib/browser/api';
import { enrolPersonal } from '@/lib/browser/device-actions';
import type { Result } from '@/lib/shared/result';

/**
 * Queues a draft. A citizen who began to write before this phone was known to the server is enrolled on the way, when
 * there is a line; a counter's machine is enrolled only by its operator.
 */
export async function queueWithEnrolment(
  draft: Pick<DraftHandle, 'queue'>,
  person: Person['kind'],
  deviceName: string,
  enrol: typeof enrolPersonal = enrolPersonal,
): Promise<Result<QueuedSlip, QueueProblem>> {
  const queued = await draft.queue();
  const isCitizen = person === 'nobody' || person === 'citizen';
  if (queued.ok || queued.problem.type !== 'not-enrolled' || !isCitizen) return queued;
  const enrolled = await enrol(deviceName);
  return enrolled.ok ? draft.queue() : queued;
}
