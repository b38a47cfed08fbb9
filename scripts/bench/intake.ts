import { verifyReceipt } from '../../lib/crypto/receipt';
import { submissionHash } from '../../lib/crypto/submission-hash';
import type { OutboxItem } from '../../lib/outbox/item';
import { createHttpSyncSender } from '../../lib/remote/http-sync-sender';
import type { Bench } from './bench';
import { browserLine } from './browser-line';
import type { Part } from './figure';
import { countSubmissions, LIGHT_SERVICE, publishLightForm } from './light-form';
import { enrolPaperDevice, fillOutbox, type PaperDevice } from './paper-device';

const BATCH = 200;
const DEVICES = 4;

/** A device and its batches, sealed and waiting. */
interface Sender {
  readonly device: PaperDevice;
  readonly batches: readonly (readonly OutboxItem[])[];
}

interface Answered {
  readonly sender: Sender;
  readonly item: OutboxItem;
  readonly receipt: string;
}

/** How many applications a second the server opens, checks, writes and signs for. */
export async function measureIntake({ server, runs, say }: Bench): Promise<Part> {
  await publishLightForm(server.databaseUrl);
  const origin = `http://localhost:${server.port}`;
  const rate = (devices: number, batches: number) => measure(server, origin, devices, batches);
  const alone: number[] = [];
  const together: number[] = [];
  // The first batches find the server's code uncompiled.
  await rate(1, 2);
  for (let run = 0; run < Math.min(runs, 5); run++) {
    alone.push(await rate(1, 2));
    together.push(await rate(DEVICES, 2));
    say(
      `intake ${run + 1}: ${alone.at(-1)?.toFixed(0)}/s from one device, ${together.at(-1)?.toFixed(0)}/s from ${DEVICES}`,
    );
  }
  return {
    title: 'Intake of the server',
    how:
      `Batches of ${BATCH} by the app’s own sender over the real route, without a slow line, applications of \`${LIGHT_SERVICE}\` sealed beforehand as a counter seals ` +
      'them; the clock runs until the last answer is read. The senders, the database and the server share this machine. ' +
      'The device is recognised by its cookie, each application is unsealed, checked by the whole form engine, written with fsync in the transaction ' +
      'of its batch, and gets a signed receipt; every receipt is verified and every row counted after the clock was stopped. Two batches go before.',
    figures: [
      { what: 'applications, one device', samples: alone, unit: '/s' },
      {
        what: `applications, ${DEVICES} devices at once`,
        samples: together,
        unit: '/s',
        atLeast: 1000,
      },
    ],
  };
}

async function measure(
  server: Bench['server'],
  origin: string,
  devices: number,
  batches: number,
): Promise<number> {
  const senders: Sender[] = [];
  for (let n = 0; n < devices; n++) {
    const device = await enrolPaperDevice(origin);
    const items = await fillOutbox(device, { serviceId: LIGHT_SERVICE, count: BATCH * batches });
    const cut = Array.from({ length: batches }, (_, at) => items.slice(at * BATCH, (at + 1) * BATCH));
    senders.push({ device, batches: cut });
  }
  const begun = performance.now();
  const answered = (await Promise.all(senders.map((sender) => sendAll(origin, sender)))).flat();
  const seconds = (performance.now() - begun) / 1000;
  await checkAll(server, answered);
  return answered.length / seconds;
}

async function sendAll(origin: string, sender: Sender): Promise<readonly Answered[]> {
  const { device, batches } = sender;
  const { send } = createHttpSyncSender(browserLine(origin, device.cookie));
  const answered: Answered[] = [];
  let cursor = 0;
  for (const batch of batches) {
    const submissions = batch.map((item) => item.submission);
    const said = await send({ protocol: 2, cursor, catalogueVersion: device.catalogue.version, submissions });
    if (!said.ok) throw new Error(`a batch was not taken: ${JSON.stringify(said.problem)}`);
    cursor = said.value.cursor;
    const receipts = new Map(said.value.receipts.map(({ id, receipt }) => [id, receipt]));
    for (const item of batch) answered.push({ sender, item, receipt: receipts.get(item.id) ?? '' });
  }
  return answered;
}

/** Throws unless each item has a receipt for its own bytes and a row of its own. */
async function checkAll(server: Bench['server'], answered: readonly Answered[]): Promise<void> {
  for (const { sender, item, receipt } of answered) {
    const expected = { id: item.id, sha256: await submissionHash(item.submission) };
    const verified = await verifyReceipt(receipt, { keys: [sender.device.keys.receipt], expected });
    if (!verified.ok) throw new Error(`a receipt is none: ${verified.problem.why}`);
  }
  const ids = answered.map(({ item }) => item.id);
  const { ours } = await countSubmissions(server.databaseUrl, ids);
  if (ours !== ids.length) throw new Error(`the server holds ${ours} of ${ids.length}`);
}
