import { describe, expect, test } from 'vitest';
import { createDexieDraftStore } from './dexie-draft-store';
import { FREE_TRIES, LAST_TRY, pauseLeft, pauseUntil } from './pin-tries';
import { changeVaultPin, pinVaults, unlockVault } from './pin-vault';
import type { FileRow, PersonRecord } from './rows';
import { setFirstPin } from './set-pin';
import { createFakeProfile } from './testing/fake-databases';
import { SAMPLE_SERVICE, sampleId } from './testing/sample-items';
import { createVaultKeys } from './vault-keys';
import { VaultLockedError } from './vault-locked';

const OWNER = 'user:shiuli';
const PERSON: PersonRecord = {
  kind: 'operator',
  userId: 'shiuli',
  name: 'শিউলি আক্তার',
  centre: { id: 'c1', name: { bn: 'কেন্দ্র', en: 'Centre' }, place: { unionId: 1 } } as never,
};
const PIN = '482915';
const FEW = 1000;

const fileRow = (n: number, state: FileRow['state']): FileRow => ({
  v: 1,
  attachmentId: `file-${n}`,
  submissionId: sampleId(n),
  slot: 'photo',
  mediaType: 'image/jpeg',
  bytes: 3,
  sha256: '',
  state,
  offset: 0,
});

/** A counter with one open draft (and a file of it) and one that is kept beside a queued application. */
async function counter() {
  const profile = createFakeProfile();
  const gate = profile.openWork();
  let kid = 0;
  const newId = () => `kid-${++kid}`;
  const keys = createVaultKeys(gate, newId);
  const drafts = createDexieDraftStore(gate, keys);
  const draft = (n: number, owner = OWNER) =>
    drafts.create(
      {
        id: sampleId(n),
        owner,
        definition: SAMPLE_SERVICE,
        optionSets: {},
        content: { answers: { name: `নাম ${n}` }, fileKeys: {}, attachments: [] },
      },
      n,
    );
  await draft(1);
  const kept = await draft(2);
  await gate.write([gate.db.drafts, gate.db.files, gate.db.fileParts], async (db) => {
    await db.drafts.put({ ...kept, state: 'kept' });
    for (const [n, state] of [
      [1, 'draft'],
      [2, 'ready'],
    ] as const) {
      await db.files.put(fileRow(n, state));
      await db.fileParts.put({ v: 1, attachmentId: `file-${n}`, index: 0, data: new ArrayBuffer(3) });
    }
  });
  const setPin = (pin = PIN) =>
    setFirstPin(gate, keys, { owner: OWNER, person: PERSON, pin, kid: newId() }, FEW);
  const read = async (n: number, among = drafts) => {
    const row = await among.row(sampleId(n));
    return row && (await among.open(row))?.answers.name;
  };
  return { profile, gate, keys, drafts, draft, setPin, read };
}

const unlock = (gate: Parameters<typeof unlockVault>[0], pin: string, now = 0) =>
  unlockVault(gate, { owner: OWNER, pin }, now);

describe('a vault gets its PIN', () => {
  test('and what lay in it stays readable, under a key that is nowhere in the database', async () => {
    const { gate, setPin, read, keys } = await counter();
    await setPin();
    expect(await read(1)).toBe('নাম 1');
    expect(await read(2)).toBe('নাম 2');
    expect(await keys.stateOf(OWNER)).toBe('open');
    const [row] = await pinVaults(gate);
    expect(row).toMatchObject({ v: 2, owner: OWNER, person: PERSON, wrong: 0 });
    expect(row).not.toHaveProperty('key');
  });

  test('and is shut for whoever comes next, until the PIN is typed', async () => {
    const { gate, setPin, keys, read } = await counter();
    await setPin();
    keys.forget();
    expect(await keys.stateOf(OWNER)).toBe('locked');
    await expect(read(1)).rejects.toBeInstanceOf(VaultLockedError);
    const opened = await unlock(gate, PIN);
    if (!opened.ok) throw new Error('the PIN was right');
    keys.hold(OWNER, opened.value);
    expect(await read(1)).toBe('নাম 1');
  });

  test('while another window writes: its words are in, and a stale key writes nothing', async () => {
    const { gate, setPin, drafts, read, profile } = await counter();
    const other = profile.openWork();
    const otherKeys = createVaultKeys(other, () => 'kid-other');
    const otherDrafts = createDexieDraftStore(other, otherKeys);
    const row = await otherDrafts.row(sampleId(1));
    const content = row && (await otherDrafts.open(row));
    if (!row || !content) throw new Error('no draft');
    await otherDrafts.save(row, { content: { ...content, answers: { name: 'নতুন' } } }, 50);
    const second = await otherDrafts.row(sampleId(1));
    await setPin();
    expect(await read(1)).toBe('নতুন');
    expect(second && (await otherDrafts.save(second, { content }, 60))).toEqual({ type: 'changed' });
    expect(await drafts.row(sampleId(1))).toMatchObject({ box: { kid: (await pinVaults(gate))[0]?.kid } });
  });

  test('and leaves the work of others alone', async () => {
    const { draft, setPin, drafts } = await counter();
    const others = await draft(3, 'user:karim');
    await setPin();
    expect(await drafts.row(sampleId(3))).toEqual(others);
  });
});

describe('a wrong PIN', () => {
  test('is counted before it is tried, and the right one begins anew', async () => {
    const { gate, setPin } = await counter();
    await setPin();
    expect(await unlock(gate, '111222')).toEqual({
      ok: false,
      problem: { type: 'wrong-pin', left: LAST_TRY - 1, waitMs: 0 },
    });
    expect((await pinVaults(gate))[0]?.wrong).toBe(1);
    expect((await unlock(gate, PIN)).ok).toBe(true);
    expect((await pinVaults(gate))[0]).toMatchObject({ wrong: 0, waitUntil: 0 });
  });

  test('makes the next one wait after the fifth, also the right one', async () => {
    const { gate, setPin } = await counter();
    await setPin();
    for (let n = 1; n < FREE_TRIES; n += 1) await unlock(gate, '111222');
    expect(await unlock(gate, '111222', 1000)).toMatchObject({
      problem: { type: 'wrong-pin', waitMs: 30_000 },
    });
    expect(await unlock(gate, PIN, 2000)).toMatchObject({ problem: { type: 'too-early', waitMs: 29_000 } });
    expect((await unlock(gate, PIN, 31_000)).ok).toBe(true);
  });

  test('ten times destroys the key: what was begun is gone, what is queued stays with its files', async () => {
    const { gate, setPin, keys, drafts } = await counter();
    await setPin();
    keys.forget();
    let now = 0;
    for (let n = 1; n < LAST_TRY; n += 1) {
      await unlock(gate, '111222', now);
      now += 24 * 3_600_000;
    }
    expect(await unlock(gate, '111222', now)).toEqual({ ok: false, problem: { type: 'vault-gone' } });
    expect(await unlock(gate, PIN, now * 2)).toEqual({ ok: false, problem: { type: 'vault-gone' } });
    expect(await keys.stateOf(OWNER)).toBe('gone');
    expect((await gate.db.drafts.toArray()).map(({ id, state }) => [id, state])).toEqual([
      [sampleId(2), 'kept'],
    ]);
    expect((await gate.db.files.toArray()).map(({ attachmentId }) => attachmentId)).toEqual(['file-2']);
    expect(await gate.db.fileParts.count()).toBe(1);

    await setFirstPin(gate, keys, { owner: OWNER, person: PERSON, pin: '730164', kid: 'kid-new' }, FEW);
    expect(await keys.stateOf(OWNER)).toBe('open');
    const kept = await drafts.row(sampleId(2));
    expect(kept && (await drafts.open(kept))).toBeNull();
  });

  test('in two windows at once costs two tries', async () => {
    const { gate, setPin, profile } = await counter();
    await setPin();
    await Promise.all([unlock(gate, '111222'), unlock(profile.openWork(), '333222')]);
    expect((await pinVaults(gate))[0]?.wrong).toBe(2);
  });

  test('does not change the PIN', async () => {
    const { gate, setPin } = await counter();
    await setPin();
    const change = (pin: string) => changeVaultPin(gate, { owner: OWNER, pin, newPin: '730164' }, 0);
    expect(await change('111222')).toMatchObject({ problem: { type: 'wrong-pin' } });
    expect(await change(PIN)).toEqual({ ok: true, value: undefined });
    expect((await unlock(gate, PIN)).ok).toBe(false);
    expect((await unlock(gate, '730164')).ok).toBe(true);
  });
});

describe('the pause', () => {
  test('doubles, and a clock that was set back makes nobody wait longer than it was', () => {
    expect([4, 5, 6, 9].map((wrong) => pauseUntil(wrong, 0))).toEqual([0, 30_000, 60_000, 480_000]);
    const set = pauseUntil(5, 1_000_000);
    expect(pauseLeft(5, set, 1_000_000)).toBe(30_000);
    expect(pauseLeft(5, set, 0)).toBe(30_000);
    expect(pauseLeft(5, set, 2_000_000)).toBe(0);
  });
});

test('what another window has opened is open here too', async () => {
  const { gate, setPin, profile, keys } = await counter();
  await setPin();
  const here = await keys.keyOf(OWNER);
  const asked: string[] = [];
  const other = createVaultKeys(
    profile.openWork(),
    () => 'kid-other',
    async (owner, kid) => {
      asked.push(`${owner} ${kid}`);
      return here.key;
    },
  );
  expect(await other.stateOf(OWNER)).toBe('open');
  expect(asked).toEqual([`${OWNER} ${(await pinVaults(gate))[0]?.kid}`]);
});
