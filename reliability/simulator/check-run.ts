import type { OutboxItem } from '../../lib/outbox/item';
import type { SimDevice } from './sim-device';
import type { Run } from './simulate';

/** What the simulation knows because people were told so. */
export interface Books {
  /** Hash of each application that was saved, and where. */
  readonly saved: Map<string, { readonly sha256: string; readonly device: SimDevice }>;
  readonly seen: Map<string, OutboxItem['state']>;
  isPublished: boolean;
  isCalm: boolean;
  restores: number;
}

export const newBooks = (): Books => ({
  saved: new Map(),
  seen: new Map(),
  isPublished: false,
  isCalm: false,
  restores: 0,
});

function insist(holds: boolean, problem: string): asserts holds {
  if (!holds) throw new Error(problem);
}

interface Row {
  readonly id: string;
  readonly hash: string;
  readonly stream_id: string;
  readonly receipt: string;
  readonly status: string;
  readonly epoch: string;
}

/** After every step: nothing saved is gone, nothing goes back, and whatever just became received is on the server. */
export async function lookAt({ devices, books, server }: Run): Promise<void> {
  const fresh: OutboxItem[] = [];
  for (const device of devices) {
    for (const failure of device.failures) throw failure;
    const items = new Map(device.items.map((item) => [item.id, item]));
    for (const [id, saved] of books.saved) {
      if (saved.device !== device) continue;
      const item = items.get(id);
      insist(item !== undefined, `I1: ${id} was saved and is gone`);
      const before = books.seen.get(id);
      const hasGoneBack = before === 'received' && item.state !== 'received';
      insist(!hasGoneBack || books.restores > 0, `I7: ${id} went from received to ${item.state}`);
      if (before !== 'received' && item.state === 'received') fresh.push(item);
      books.seen.set(id, item.state);
    }
  }
  if (fresh.length === 0) return;
  const { rows } = await server.admin.query<Row>(
    'SELECT t.id, t.hash, s.epoch FROM server_state s LEFT JOIN submissions t ON t.id = ANY($1::uuid[])',
    [fresh.map(({ id }) => id)],
  );
  for (const item of fresh) {
    if (item.state !== 'received' || item.receipt.epoch !== rows[0]?.epoch) continue;
    const row = rows.find(({ id }) => id === item.id);
    insist(row !== undefined, `I3: ${item.id} is received and the server lacks it`);
    insist(row.hash === books.saved.get(item.id)?.sha256, `I3: the server holds other bytes of ${item.id}`);
  }
}

/** When all is calm: I1, I2, I3, I4, I6 and the change feed. */
export async function checkRun(run: Run): Promise<void> {
  await checkRows(run);
  await checkFeed(run);
  for (const device of run.devices) {
    insist(!device.isFlushing, `I6: ${device.parts.name} still flushes`);
    for (const item of device.items)
      insist(
        item.state === 'received',
        `I6: ${item.id} is ${item.state} ${'problem' in item ? JSON.stringify(item.problem) : ''}`,
      );
  }
}

async function checkRows({ server, books, devices }: Run): Promise<void> {
  const { rows } = await server.admin.query<Row>('SELECT id, hash, receipt, status FROM submissions');
  insist(new Set(rows.map(({ id }) => id)).size === rows.length, 'I2: an application has two rows');
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const [id, { hash }] of byId)
    insist(books.saved.get(id)?.sha256 === hash, `I4: the server has a row of ${id} that nobody saved`);
  for (const [id, { device }] of books.saved) {
    const item = await device.store.get(id);
    const row = byId.get(id);
    insist(row !== undefined, `I1: ${id} was saved and never came, the device says ${item?.state}`);
    insist(item?.state === 'received', `I6: ${id} is on the server and ${item?.state} on the device`);
    insist(item.receipt.jws === row.receipt, `I2: ${id} has two receipts`);
  }
  const events = await server.admin.query(
    `SELECT submission_id AS id, count(*)::int AS n FROM submission_events WHERE kind = 'status' AND status = 'received'
     GROUP BY 1`,
  );
  insist(
    events.rows.every(({ n }) => n === 1) && events.rows.length === rows.length,
    'I2: an application was taken in twice or without its event',
  );
  const announced = new Map<string, number>(
    devices.flatMap(({ parts }) =>
      parts.stocked.stock.map(({ submission }) => [submission.id, submission.attachments.length] as const),
    ),
  );
  const files = await server.admin.query(
    'SELECT submission_id AS id, count(*)::int AS n FROM attachments GROUP BY 1',
  );
  const counted = new Map(files.rows.map(({ id, n }) => [id, n]));
  for (const id of byId.keys())
    insist(
      (counted.get(id) ?? 0) === announced.get(id),
      `I2: ${id} has announced files twice, or not at all`,
    );
}

/** Every device of a stream knows how each of its cases stands, and the numbers of the stream have no hole. */
async function checkFeed({ server, devices }: Run): Promise<void> {
  const { rows: streams } = await server.admin.query(
    `SELECT s.id, s.last_seq::int AS last, count(e.seq)::int AS n, coalesce(max(e.seq), 0)::int AS top
     FROM streams s LEFT JOIN submission_events e ON e.stream_id = s.id GROUP BY 1, 2`,
  );
  for (const { id, last, n, top } of streams)
    insist(last === top && n === top, `the feed of ${id} has a hole: ${n} of ${top}, and says ${last}`);
  const { rows: cases } = await server.admin.query(
    `SELECT s.id, s.status, d.id AS device FROM submissions s JOIN devices d ON d.stream_id = s.stream_id`,
  );
  for (const device of devices) {
    const { deviceId } = device.parts.stocked.credentials[1];
    const known = new Map((await device.store.caseStates()).map((one) => [one.submissionId, one.status]));
    for (const one of cases)
      if (one.device === deviceId)
        insist(
          known.get(one.id) === one.status,
          `feed: ${device.parts.name} thinks ${one.id} is ${known.get(one.id)}, it is ${one.status}`,
        );
  }
}
