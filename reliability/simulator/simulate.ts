import { seededChance, wholeBetween } from '../../lib/forms/testing/chance';
import { askAgain } from '../../lib/outbox/ask-again';
import { createMemoryDevice } from '../../lib/outbox/testing/memory-outbox-store';
import { confirmBackup, readBackupPositions } from '../../lib/server/services/confirm-backup';
import { decideCase } from '../../lib/server/services/decide-case';
import type { Chance } from '../../lib/shared/clock';
import { type Books, checkRun, lookAt, newBooks } from './check-run';
import { Faults } from './faults';
import { SimDevice } from './sim-device';
import type { SimServer } from './sim-server';
import type { StockedDevice } from './stock';
import { Timeline } from './timeline';

const START = Date.parse('2026-11-23T04:00:00.000Z');
const MINUTE = 60_000;
const YEAR = 365 * 86_400_000;

/** What one seed did, for the record. */
export interface Played {
  readonly steps: number;
  readonly requests: number;
  readonly saved: number;
  readonly faults: number;
  readonly restores: number;
  /** Everything that was done, in order: the same seed has the same, always. */
  readonly history: readonly string[];
}

/** All of one run. */
export interface Run {
  readonly seed: number;
  readonly chance: Chance;
  readonly faults: Faults;
  readonly timeline: Timeline;
  readonly server: SimServer;
  readonly devices: readonly SimDevice[];
  readonly books: Books;
  readonly history: string[];
  /** Positions read before a backup that nobody has confirmed yet. */
  unconfirmed: ReadonlyMap<string, number> | null;
  hasBackup: boolean;
  startsSinceBackup: number;
}

/** Plays one seed from empty books to the calm at its end. Throws with the invariant that did not hold. */
export async function simulate(
  server: SimServer,
  stocked: readonly StockedDevice[],
  seed: number,
): Promise<Played> {
  await server.reset();
  const chance = seededChance(seed);
  const timeline = new Timeline(START);
  server.clock = () => Math.round(timeline.now);
  const faults = new Faults(chance);
  const counts = { requests: 0 };
  const devices = stocked.map(
    (one, place) =>
      new SimDevice({
        timeline,
        faults,
        server,
        counts,
        heard: (what) => note(run, what),
        seed: seed * 8 + place,
        name: `device-${place}`,
        stocked: one,
        keys: server.context.keys.published,
        memory: createMemoryDevice(),
      }),
  );
  const run: Run = {
    seed,
    chance,
    faults,
    timeline,
    server,
    devices,
    books: newBooks(),
    history: [],
    unconfirmed: null,
    hasBackup: false,
    startsSinceBackup: 0,
  };
  const steps = wholeBetween(chance, 60, 120);
  try {
    for (let step = 0; step < steps; step += 1) {
      await timeline.pass(chance() < 0.5 ? chance() * 2_000 : chance() * 60_000);
      await play(run);
      await lookAt(run);
    }
    await calmDown(run);
    await checkRun(run);
  } catch (error) {
    const told = run.history.join('\n');
    throw new Error(`${(error as Error).message}\n${told}`, { cause: error });
  }
  const { saved, restores } = run.books;
  return {
    steps,
    requests: counts.requests,
    saved: saved.size,
    faults: faults.fired.length,
    restores,
    history: run.history,
  };
}

/** One step: mostly what people do at a counter, sometimes what befalls a server. */
async function play(run: Run): Promise<void> {
  const { chance, devices } = run;
  const device = devices[Math.floor(chance() * devices.length)] as SimDevice;
  const dice = chance() * 100;
  if (dice < 22) return file(run, device);
  if (dice < 75) {
    const index = chance() < 0.5 ? 0 : 1;
    await device.flush(index, chance() < 0.3);
    return note(run, `flush ${device.parts.name} ${index}: ${device.inWords}`);
  }
  if (dice < 85) return decide(run);
  if (dice < 88) return backUp(run);
  if (dice < 90) return confirm(run);
  if (dice < 91.5) return restore(run);
  if (dice < 93) return restart(run);
  if (dice < 94) return publish(run);
  if (dice < 95) return revoke(run, device);
  if (dice < 97) {
    note(run, `crash ${device.parts.name}`);
    return device.crash(chance() < 0.5 ? 0 : 1);
  }
  const jumps = [0, -300_000, 300_000, -86_400_000, 20 * YEAR, -20 * YEAR] as const;
  device.clockOffset = jumps[Math.floor(chance() * jumps.length)] ?? 0;
  note(run, `clock ${device.parts.name} ${device.clockOffset}`);
}

function note(run: Run, what: string): void {
  run.history.push(`${Math.round(run.timeline.now - START)} ${what}`);
}

/** A person files an application; from the moment the store says so, it is saved. */
async function file(run: Run, device: SimDevice): Promise<void> {
  const { store } = device;
  const { stocked, name } = device.parts;
  const one = stocked.stock[device.nextStock];
  if (one === undefined) return;
  // The second form can be filled in only after it was published.
  const useSecond = run.books.isPublished && run.chance() < 0.3;
  const chosen = useSecond
    ? stocked.stock.find((other) => other.needsSecondForm && !run.books.saved.has(other.submission.id))
    : one.needsSecondForm
      ? undefined
      : one;
  if (chosen === undefined) return;
  if (!useSecond) device.nextStock += 1;
  const { submission } = chosen;
  const item = {
    v: 1,
    id: submission.id,
    submission,
    queuedAt: device.now,
    attempts: 0,
    state: 'queued',
  } as const;
  const added = await store.add(item);
  if (!added.ok) throw new Error(`I1: ${submission.id} could not be saved`);
  run.books.saved.set(submission.id, { sha256: chosen.sha256, device });
  note(run, `file ${name} ${submission.id.slice(-4)}${useSecond ? ' (second form)' : ''}`);
}

const OFFICER = {
  kind: 'staff',
  userId: 'officer',
  name: 'officer',
  role: 'administrator',
  centreId: null,
  deviceId: null,
  upazilas: [],
  districts: [],
} as const;

/** An officer decides one of the received cases, as the real service does. */
async function decide(run: Run): Promise<void> {
  const { server, chance } = run;
  const { rows } = await server.admin.query(
    "SELECT id, agency_id, version FROM submissions WHERE status = 'received' ORDER BY id",
  );
  const row = rows[Math.floor(chance() * rows.length)];
  if (!row) return;
  const action = (['accept', 'return', 'reject'] as const)[Math.floor(chance() * 3)] ?? 'accept';
  const actor = { ...OFFICER, role: 'officer', agencies: [row.agency_id] } as const;
  const decision = { action, note: 'ছবি অস্পষ্ট' };
  const decided = await decideCase(server.db(), actor, {
    id: row.id,
    version: row.version,
    decision,
    now: new Date(server.clock()),
  });
  if (!decided.ok) throw new Error(`a case that was received could not be decided: ${decided.problem.type}`);
  note(run, `decide ${row.id.slice(-4)} ${action}`);
}

async function backUp(run: Run): Promise<void> {
  const { server } = run;
  run.unconfirmed = await readBackupPositions(server.db());
  await server.copyTo('kept');
  Object.assign(run, { hasBackup: true, startsSinceBackup: 0 });
  note(run, 'backup');
}

/** The backup is safe: devices may let go of what it holds. */
async function confirm(run: Run): Promise<void> {
  if (run.unconfirmed === null) return;
  await confirmBackup(run.server.db(), run.unconfirmed);
  run.unconfirmed = null;
  note(run, 'confirm backup');
}

/** The server's disk is lost, and its last backup takes over. */
async function restore(run: Run): Promise<void> {
  if (!run.hasBackup) return;
  const { server, books } = run;
  await server.copyBack('kept');
  // A start that the backup does not know tells the server by itself; otherwise whoever restores says so.
  const told = run.startsSinceBackup === 0;
  await server.startRestored(told);
  run.startsSinceBackup += 1;
  run.unconfirmed = null;
  books.restores += 1;
  books.isPublished = await secondFormIsThere(server);
  note(run, `restore${told ? ', told' : ''}`);
}

async function restart(run: Run): Promise<void> {
  await run.server.restart();
  run.startsSinceBackup += 1;
  note(run, 'restart');
}

async function publish(run: Run): Promise<void> {
  await run.server.publishSecondForm();
  run.books.isPublished = true;
  note(run, 'publish');
}

async function secondFormIsThere({ admin }: SimServer): Promise<boolean> {
  const { rows } = await admin.query('SELECT max(version) AS version FROM catalogue_versions');
  return rows[0].version > 1;
}

async function revoke(run: Run, device: SimDevice): Promise<void> {
  const { deviceId } = device.parts.stocked.credentials[0];
  await run.server.admin.query('UPDATE devices SET revoked_at = now() WHERE id = $1', [deviceId]);
  note(run, `revoke ${device.parts.name}`);
}

/** Faults stop; the person signs in again, the form is published again; then every device flushes each minute. */
async function calmDown(run: Run): Promise<void> {
  const { faults, timeline, devices, books } = run;
  note(run, 'calm');
  faults.stop();
  if (!books.isPublished) await publish(run);
  for (const device of devices) device.credential = 1;
  // What was on its way or frozen when the faults stopped ends within this.
  await timeline.pass(5 * MINUTE);
  for (const device of devices) {
    for (const item of await device.store.all())
      if (item.state === 'needs-attention')
        await askAgain({ store: device.store, clock: () => device.now }, item.id);
  }
  for (let minute = 0; minute < 15; minute += 1) {
    for (const device of devices) await device.flush(0, minute === 0);
    await timeline.pass(MINUTE);
    await lookAt(run);
    if (minute > 0 && isQuiet(devices)) break;
  }
  // What one device brought in the last minute the others hear when they ask again.
  for (const device of devices) await device.flush(0, false);
  await timeline.pass(MINUTE);
  books.isCalm = true;
}

function isQuiet(devices: readonly SimDevice[]): boolean {
  for (const device of devices) {
    if (device.isFlushing) return false;
    if (device.items.some((item) => item.state !== 'received')) return false;
  }
  return true;
}
