import { createFakeProfile } from '../../local/testing/fake-databases';
import { SAMPLE_SERVICE, sampleId } from '../../local/testing/sample-items';
import { refreshCatalogue } from '../catalogue-refresh';
import type { DeviceCheckIn } from '../check-in';
import { createFileSender } from '../file-sender';
import { createFlushLock } from '../flush-lock';
import { createLiveOwner } from '../live-owner';
import { createReceiptVerifier } from '../receipt-verifier';
import { currentKeys, refreshKeys } from '../server-keys';
import { createSyncRuntime } from '../sync-runtime';
import { createWorkRoom, type WorkRoom } from '../work-room';
import { createFakeServer } from './fake-server';

/** An enrolled device with a catalogue, and the way to open further tabs on it. */
export async function createFakeDevice() {
  const server = await createFakeServer([SAMPLE_SERVICE]);
  const profile = createFakeProfile();
  const openTab = (): WorkRoom =>
    createWorkRoom({
      work: profile.openWork(),
      reference: profile.openReference(),
      line: { fetch: server.fetch, origin: '', now: Date.now },
    });
  const room = openTab();
  await room.records.enrol({ kind: 'centre', deviceId: sampleId(77), deviceCode: 'K7M2' }, 1);
  await refreshCatalogue(room);
  return { server, room, openTab };
}

/** The engine of the queue in one tab. Without `locks` only leases keep tabs apart. */
export async function createTestSync(
  room: WorkRoom,
  {
    owner = room.newId(),
    locks,
    checkIn,
  }: {
    readonly owner?: string;
    readonly locks?: LockManager;
    readonly checkIn?: DeviceCheckIn;
  } = {},
) {
  const [{ verifyReceipt }, { submissionHash }, { uploadFile }] = await Promise.all([
    import('../../crypto/receipt'),
    import('../../crypto/submission-hash'),
    import('../../remote/tus-uploader'),
  ]);
  return createSyncRuntime({
    room,
    checkIn: () => checkIn ?? null,
    refreshCatalogue,
    owner: createLiveOwner(undefined, owner),
    chance: () => 0.5,
    verifier: createReceiptVerifier({
      tools: () => ({ verifyReceipt, submissionHash }),
      keys: () => currentKeys(room),
      freshKeys: () => refreshKeys(room),
    }),
    files: createFileSender({
      files: room.files,
      upload: (job, signal) => uploadFile(room.line, job, signal),
      now: room.now,
    }),
    lock: createFlushLock({ locks, channel: undefined, now: room.now }),
  });
}
