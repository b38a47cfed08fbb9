import type { RunningServer } from '../../e2e/fixtures/running-server';
import type { Bytes } from '../../lib/crypto/bytes';
import type { OutboxItem } from '../../lib/outbox/item';
import type { Line } from '../../lib/remote/exchange';
import { postSignIn } from '../../lib/remote/http-auth';
import { fetchCase, postDecision } from '../../lib/remote/http-desk';
import type { UploadOutcome } from '../../lib/remote/tus-uploader';
import { uploadFile } from '../../lib/remote/tus-uploader';
import { browserLine } from '../../scripts/bench/browser-line';
import type { Engine } from './engine';
import { ask } from './ledger';
import type { LinedDevice } from './lined-device';
import { paperOf, type SealedFile } from './sealed-items';

/** Something that the server has to do exactly once, however often it is asked. */
export interface Journey {
  /** Asks once; whether the server said yes. */
  attempt(): Promise<boolean>;
  /** Whether it was done, once, and wholly. Throws when it was done twice. */
  isDone(): Promise<boolean>;
}

/** What time it is on a device; tests let it jump over the waits that the server asked for. */
export class MovableClock {
  #ahead = 0;
  readonly now = (): number => Date.now() + this.#ahead;
  jump(ms: number): void {
    this.#ahead += ms;
  }
}

export function withClock(line: Line, clock: MovableClock): Line {
  return { ...line, now: clock.now };
}

/** One application goes up by the app's own queue. */
export async function submitJourney(
  server: RunningServer,
  device: LinedDevice,
  clock = new MovableClock(),
): Promise<Journey & { readonly engine: Engine }> {
  const { item } = await device.make();
  const engine = await device.engine([item], { line: withClock(device.line, clock) });
  return {
    engine,
    async attempt() {
      const { received } = await engine.runner.flushOnce({ hurry: true });
      device.keep(engine);
      return received.includes(item.id);
    },
    async isDone() {
      const rows = await ask(server, 'SELECT id FROM submissions WHERE id = $1', [item.id]);
      return rows.length === 1;
    },
  };
}

/** The uploader's view of one file: kept in memory, as the app keeps it in its store. */
export function uploadJob(file: SealedFile) {
  const progress: { uploadUrl?: string | undefined; offset: number } = { offset: 0 };
  const { submissionId, header, box } = file;
  let tries = 0;
  return {
    progress,
    get job() {
      tries += 1;
      return {
        // As the app says it; every second time as one says it that was started anew and knows nothing of it.
        wasBegun: tries % 2 === 0,
        target: { submissionId, attachmentId: header.id, sha256: header.sha256, bytes: header.bytes },
        ...(progress.uploadUrl === undefined ? {} : { uploadUrl: progress.uploadUrl }),
        read: async (offset: number, length: number) => box.slice(offset, offset + length),
        remember: async (step: { readonly uploadUrl: string | undefined; readonly offset: number }) => {
          Object.assign(progress, step);
        },
      };
    },
  };
}

const NEVER = new AbortController().signal;

async function sendText(device: LinedDevice, item: OutboxItem): Promise<void> {
  const engine = await device.engine([item]);
  const { received } = await engine.runner.flushOnce();
  if (received.length !== 1) throw new Error('the server does not take the application');
  device.keep(engine);
}

/** The last piece of a file: the server hashes, opens and writes it, and counts it once. */
export async function fileJourney(
  server: RunningServer,
  device: LinedDevice,
  content?: Bytes,
): Promise<Journey & { readonly file: SealedFile; send(): Promise<UploadOutcome> }> {
  const made = await device.make(content ? { paper: content } : {});
  const file = paperOf(made);
  await sendText(device, made.item);
  const upload = uploadJob(file);
  const send = () => uploadFile(device.line, upload.job, NEVER);
  return {
    file,
    send,
    attempt: async () => (await send()).type === 'sent',
    async isDone() {
      const [row] = await ask<{ state: string; have: number; events: string }>(
        server,
        `SELECT a.state, s.files_have AS have, (SELECT count(*) FROM submission_events e
           WHERE e.submission_id = s.id AND e.kind = 'files') AS events
         FROM attachments a JOIN submissions s ON s.id = a.submission_id WHERE a.submission_id = $1 AND a.id = $2`,
        [file.submissionId, file.header.id],
      );
      if (!row) throw new Error('the file was never announced');
      if (Number(row.events) !== row.have || row.have > 1) throw new Error('a file was counted twice');
      return row.state === 'stored' && row.have === 1;
    },
  };
}

/** An officer's desk, signed in. */
export async function openDesk(origin: string): Promise<Line> {
  const line = browserLine(origin);
  const signedIn = await postSignIn(line, { username: 'officer', password: 'setu-demo-2026' });
  if (!signedIn.ok) throw new Error(`the officer could not sign in: ${signedIn.problem.type}`);
  return line;
}

/** An officer decides a case. Asked again after a lost answer, the case is found decided: that is a yes as well. */
export async function decisionJourney(
  server: RunningServer,
  device: LinedDevice,
  desk: Line,
): Promise<Journey> {
  const { item } = await device.make();
  await sendText(device, item);
  const decision = { action: 'return', note: 'ছবি অস্পষ্ট' } as const;
  const isDone = async () => {
    const rows = await ask<{ status: string; version: number; events: string }>(
      server,
      `SELECT s.status, s.version, (SELECT count(*) FROM submission_events e
         WHERE e.submission_id = s.id AND e.status = 'returned') AS events FROM submissions s WHERE s.id = $1`,
      [item.id],
    );
    const [row] = rows;
    if (!row) throw new Error('the case is gone');
    const done = row.status === 'returned';
    if (Number(row.events) !== (done ? 1 : 0) || row.version !== (done ? 2 : 1))
      throw new Error('a decision was written twice, or torn');
    return done;
  };
  return {
    isDone,
    async attempt() {
      const decided = await postDecision(desk, item.id, { version: 1, decision });
      if (decided.ok) return true;
      if (decided.problem.type !== 'problem' || decided.problem.status !== 412) return false;
      const now = await fetchCase(desk, item.id);
      return now.ok && now.value.status === 'returned';
    },
  };
}
