import { citizenName } from '../forms/citizen-name';
import { ownerOf } from '../local/record-store';
import { isHeldByPerson } from '../outbox/held';
import type { OutboxItem } from '../outbox/item';
import { isWithdrawn, mayHaveArrived } from '../outbox/withdrawal';
import type { SlipStanding, SlipState } from './api';
import type { WorkRoom } from './work-room';

/** What the slip of one application says now; `missing` when its readable copy is not on this device. */
export async function readSlip(room: WorkRoom, id: string): Promise<SlipState> {
  const row = await room.drafts.row(id);
  const person = await room.records.person();
  const isOwn = row?.state === 'kept' && row.owner === ownerOf(person);
  const content = isOwn ? await room.drafts.open(row) : null;
  const item = await room.outbox.get(id);
  if (row === null || content === null || item === undefined) return { ...EMPTY_SLIP, id, status: 'missing' };
  const pinned = await room.drafts.pinned(row.serviceId, row.serviceVersion);
  const device = await room.records.device();
  return {
    status: 'ready',
    id,
    trackingCode: content.trackingCode ?? item.submission.trackingCode,
    check: content.check ?? '',
    serviceId: row.serviceId,
    definition: pinned?.definition ?? null,
    name: pinned ? citizenName(pinned.definition, content.answers) : null,
    queuedAt: item.queuedAt,
    fee: content.fee ?? null,
    filesAnnounced: item.submission.attachments.length,
    receivedAt: item.state === 'received' ? item.receipt.at : null,
    standing: standingOf(item),
    centre: person.kind === 'operator' ? person.centre : (device?.centre ?? null),
  };
}

/** A paper must promise nothing that will not happen. */
function standingOf(item: OutboxItem): SlipStanding | null {
  if (item.state === 'received') return null;
  if (isWithdrawn(item)) {
    const { at, mayHaveArrived: maybe } = item.problem;
    return { kind: 'withdrawn', at, mayHaveArrived: maybe };
  }
  const isStopped = item.state === 'needs-attention' || isHeldByPerson(item);
  return isStopped ? { kind: 'stopped', mayHaveArrived: mayHaveArrived(item) } : { kind: 'waiting' };
}

export const EMPTY_SLIP: SlipState = {
  status: 'loading',
  id: '',
  trackingCode: '',
  check: '',
  serviceId: '',
  definition: null,
  name: null,
  queuedAt: 0,
  fee: null,
  filesAnnounced: 0,
  receivedAt: null,
  standing: null,
  centre: null,
};
