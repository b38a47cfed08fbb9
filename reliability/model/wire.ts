import type { SyncRequest, SyncResponse } from '../../lib/contract/wire';
import { toHex } from '../../lib/crypto/hex';
import type { SendProblem } from '../../lib/outbox/ports';
import { carry } from '../../lib/outbox/testing/fake-line';
import type { UploadJob, UploadOutcome } from '../../lib/remote/tus-uploader';
import { err, type Result } from '../../lib/shared/result';
import type { World } from './world';

const NO_LINE = { type: 'wait', reason: 'no-line' } as const;

/** One exchange over the world's line: the request on its way is a stop, and so is its answer. */
export async function sendThrough(
  world: World,
  request: SyncRequest,
  turn: () => Promise<void>,
): Promise<Result<SyncResponse, SendProblem>> {
  const sent = structuredClone(request);
  await turn();
  const result = exchange(world, sent);
  await turn();
  return result;
}

function exchange(world: World, request: SyncRequest): Result<SyncResponse, SendProblem> {
  const fault = world.faults.shift() ?? { kind: 'none' };
  if (isDown(world)) return err(NO_LINE);
  if (world.isRevoked) return err({ type: 'wait', reason: 'session-needed' });
  if (fault.kind !== 'late') return carry(world.server, request, fault);
  world.late.push(request);
  return err(NO_LINE);
}

function isDown(world: World): boolean {
  if (world.downFor === 0) return false;
  world.downFor -= 1;
  return true;
}

/** One whole file over the same line. */
export async function uploadThrough(
  world: World,
  job: UploadJob,
  turn: () => Promise<void>,
): Promise<UploadOutcome> {
  const { attachmentId, bytes } = job.target;
  await turn();
  const fault = world.faults.shift() ?? { kind: 'none' };
  if (isDown(world) || fault.kind === 'request-lost') return NO_LINE;
  const content = await job.read(0, bytes);
  if (content === null) return { type: 'damaged' };
  world.serverFiles.set(attachmentId, toHex(content));
  await turn();
  return fault.kind === 'answer-lost' ? NO_LINE : { type: 'sent' };
}
