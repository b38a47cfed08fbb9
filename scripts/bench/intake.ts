import { verifyReceipt } from '../../lib/crypto/receipt';
import { submissionHash } from '../../lib/crypto/submission-hash';
import type { OutboxItem } from '../../lib/outbox/item';
import type { SyncSender } from '../../lib/outbox/ports';
import type { Line } from '../../lib/remote/exchange';
import { createHttpSyncSender } from '../../lib/remote/http-sync-sender';
import type { Bench } from './bench';
import { browserLine } from './browser-line';
import type { Part } from './figure';
import { countSubmissions, LIGHT_SERVICE, publishLightForm } from './light-form';
import { enrolPaperDevice, fillOutbox, type PaperDevice } from './paper-device';

const BATCH = 200;
const DEVICES = 4;

/** A batch as it goes over the line, written before the clock starts: the senders use the processors of the server. */
interface Letter {
  readonly batch: readonly OutboxItem[];
  readonly nth: number;
  readonly written: RequestInit;
}

/** A device and its batches, sealed and waiting. */
interface Sender {
  readonly device: PaperDevice;
  readonly letters: readonly Letter[];
}

interface Answered {
  readonly device: PaperDevice;
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
      `Batches of ${BATCH} of the app’s own sender over the real route, without a slow line, applications of \`${LIGHT_SERVICE}\` sealed beforehand as a counter seals ` +
      'them. The requests are written before the clock starts, and the answers are read by the same sender after it stopped, when the last has arrived. Who posts them, ' +
      'the database and the server share this machine. ' +
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
    senders.push({ device, letters: await Promise.all(cut.map((batch, at) => write(device, batch, at))) });
  }
  const begun = performance.now();
  const sent = await Promise.all(senders.map((sender) => post(origin, sender)));
  const seconds = (performance.now() - begun) / 1000;
  const answered = (await Promise.all(senders.map((sender, at) => read(sender, sent[at] ?? [])))).flat();
  await checkAll(server, answered);
  return answered.length / seconds;
}

/** What the app's sender hands to the line for the n-th batch of a new device. */
async function write(device: PaperDevice, batch: readonly OutboxItem[], nth: number): Promise<Letter> {
  let written: RequestInit | undefined;
  await sendOver(device, { batch, nth }, async (_, init) => {
    written = init;
    throw new Error('not sent yet');
  });
  if (!written) throw new Error('the sender sent nothing');
  return { batch, nth, written };
}

/** The batches of a device, one after the other; its answers as they came. */
async function post(origin: string, { device, letters }: Sender): Promise<readonly Response[]> {
  const { fetch } = browserLine(origin, device.cookie);
  const answers: Response[] = [];
  for (const { written } of letters) {
    const { signal: _, ...init } = written;
    const answer = await fetch(`${origin}/api/v1/sync`, init);
    const { status, headers } = answer;
    answers.push(new Response(await answer.arrayBuffer(), { status, headers }));
  }
  return answers;
}

/** The app's sender reads each answer as if it had just come. */
async function read({ device, letters }: Sender, answers: readonly Response[]): Promise<readonly Answered[]> {
  const found: Answered[] = [];
  for (const [at, letter] of letters.entries()) {
    const said = await sendOver(device, letter, async () => answers[at] ?? Response.error());
    if (!said.ok) throw new Error(`a batch was not taken: ${JSON.stringify(said.problem)}`);
    if (said.value.cursor !== BATCH * (at + 1)) throw new Error('the next batch named another cursor');
    const receipts = new Map(said.value.receipts.map(({ id, receipt }) => [id, receipt]));
    for (const item of letter.batch) found.push({ device, item, receipt: receipts.get(item.id) ?? '' });
  }
  return found;
}

/** The first change of a new device is number 1, so the cursor after each batch is known before it is sent. */
function sendOver(
  device: PaperDevice,
  { batch, nth }: Pick<Letter, 'batch' | 'nth'>,
  fetch: Line['fetch'],
): ReturnType<SyncSender['send']> {
  const { send } = createHttpSyncSender({ fetch, origin: '', now: Date.now });
  const submissions = batch.map((item) => item.submission);
  return send({
    protocol: 2,
    cursor: BATCH * nth,
    catalogueVersion: device.catalogue.version,
    submissions,
  });
}

/** Throws unless each item has a receipt for its own bytes and a row of its own. */
async function checkAll(server: Bench['server'], answered: readonly Answered[]): Promise<void> {
  for (const { device, item, receipt } of answered) {
    const expected = { id: item.id, sha256: await submissionHash(item.submission) };
    const verified = await verifyReceipt(receipt, { keys: [device.keys.receipt], expected });
    if (!verified.ok) throw new Error(`a receipt is none: ${verified.problem.why}`);
  }
  const ids = answered.map(({ item }) => item.id);
  const { ours } = await countSubmissions(server.databaseUrl, ids);
  if (ours !== ids.length) throw new Error(`the server holds ${ours} of ${ids.length}`);
}
