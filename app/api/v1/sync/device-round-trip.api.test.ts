import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealFile } from '@/lib/browser/attached-file';
import { beginDraft } from '@/lib/browser/begin-draft';
import { refreshCatalogue } from '@/lib/browser/catalogue-refresh';
import { answerSet, fileAttached, partSet } from '@/lib/browser/draft-mutation';
import { writeDraft } from '@/lib/browser/draft-writer';
import { enrolAgain } from '@/lib/browser/enrol-device';
import { mendIn } from '@/lib/browser/mend';
import { queueDraft } from '@/lib/browser/queue-draft';
import { createTestSync } from '@/lib/browser/testing/fake-device';
import { createWorkRoom, type WorkRoom } from '@/lib/browser/work-room';
import type { DeskCase } from '@/lib/contract/wire';
import { seededChance } from '@/lib/forms/testing/chance';
import { generateAnswers } from '@/lib/forms/testing/generate-answers';
import { createFakeProfile } from '@/lib/local/testing/fake-databases';
import { fetchMe, postSignIn, postSignOut } from '@/lib/remote/http-auth';
import { postDecision } from '@/lib/remote/http-desk';
import { postDevice } from '@/lib/remote/http-devices';
import { fetchTrack } from '@/lib/remote/http-track';
import { createTestServer, type TestServer } from '@/lib/server/testing/create-test-server';

const PASSWORD = 'setu-demo-2026';
const SERVICE = 'nationality-character-certificate';
let server: TestServer;

beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

/** The app's own code on a device in memory, with a browser's cookies. */
function openDevice(): WorkRoom {
  const cookies = new Map<string, string>();
  const withCookies: typeof fetch = async (input, init = {}) => {
    const headers = new Headers(init.headers);
    if (cookies.size > 0) headers.set('cookie', [...cookies].map((pair) => pair.join('=')).join('; '));
    const response = await fetch(input, { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/s);
      cookies.set(name, value);
    }
    return response;
  };
  const profile = createFakeProfile();
  return createWorkRoom({
    work: profile.openWork(),
    reference: profile.openReference(),
    line: { fetch: withCookies, origin: server.origin, now: Date.now },
  });
}

async function atCounter(): Promise<WorkRoom> {
  const room = openDevice();
  expect(await postSignIn(room.line, { username: 'shiuli', password: PASSWORD })).toMatchObject({ ok: true });
  const me = await fetchMe(room.line);
  if (!me.ok || !me.value.centre) throw new Error('no operator');
  const { userId, name, centre } = me.value;
  await room.records.setPerson({ kind: 'operator', userId, name, centre });
  const enrolled = await postDevice(room.line, { kind: 'centre', name: 'Counter 1' });
  if (!enrolled.ok) throw new Error('not enrolled');
  await room.records.enrol({ kind: 'centre', ...enrolled.value }, room.now());
  await refreshCatalogue(room);
  return room;
}

async function fillIn(room: WorkRoom, id: string, chance: number): Promise<void> {
  const row = await room.drafts.row(id);
  const content = row && (await room.drafts.open(row));
  const pinned = row && (await room.drafts.pinned(row.serviceId, row.serviceVersion));
  if (!row || !content || !pinned) throw new Error('no draft');
  const { definition, optionSets } = pinned;
  const today = new Date(room.now()).toISOString().slice(0, 10);
  const made = generateAnswers({ definition, optionSets, chance: seededChance(chance), today });
  const photo = await sharp({ create: { width: 300, height: 300, channels: 3, background: 'green' } })
    .jpeg()
    .toBuffer();
  const files = await Promise.all(
    made.attachments.map(({ slot }) =>
      sealFile(new Uint8Array(photo), {
        submissionId: id,
        attachmentId: crypto.randomUUID(),
        slot,
        mediaType: 'image/jpeg',
        name: 'photo.jpg',
      }),
    ),
  );
  const mutations = [
    ...Object.entries(made.answers)
      .filter(([, answer]) => !(typeof answer === 'object' && answer !== null && 'attachmentIds' in answer))
      .map(([field, answer]) => answerSet(field, answer)),
    ...files.map(({ attachment, key, file }) => fileAttached(attachment, key, file)),
    partSet('consent', {
      textVersion: '1',
      lang: 'bn',
      given: 'tick',
      forWhom: 'self',
      at: new Date(room.now()).toISOString(),
    }),
  ];
  const written = await writeDraft(room.drafts, { row, content }, { mutations, now: room.now() });
  expect(written.ok).toBe(true);
}

describe("the app's own code against the server", () => {
  it('enrols a forgotten device anew, once, and only as what it was', async () => {
    const room = openDevice();
    expect(await enrolAgain(room, 'personal')).toBe(false);
    await room.records.enrol(
      { kind: 'personal', deviceId: crypto.randomUUID(), deviceCode: 'K7M2' },
      room.now(),
    );
    expect(await enrolAgain(room, 'centre')).toBe(false);
    expect(await enrolAgain(room, 'personal')).toBe(true);
    const met = await room.records.device();
    expect(met?.deviceCode).not.toBe('K7M2');
    expect(await room.records.nextCount()).toEqual({ deviceCode: met?.deviceCode, next: 1 });
    expect(await enrolAgain(room, 'personal')).toBe(false);
  });

  it('files three off line, sends them with their files, and learns what the officer decided', async () => {
    const room = await atCounter();
    const slips: { id: string; trackingCode: string; check: string }[] = [];
    for (const chance of [1, 2, 3]) {
      const draft = await beginDraft(room, SERVICE);
      if (!draft.ok) throw new Error(draft.problem.type);
      await fillIn(room, draft.value.id, chance);
      const queued = await queueDraft(room, draft.value.id);
      if (!queued.ok) throw new Error(JSON.stringify(queued.problem));
      slips.push(queued.value);
    }
    const sync = await createTestSync(room);
    expect(await sync.flush()).toMatchObject({ end: 'done', reason: null });
    for (const item of await room.outbox.all()) {
      expect(item.state).toBe('received');
      const files = await room.files.filesOf(item.id);
      expect(files.map(({ state, problem }) => [state, problem])).toEqual(
        files.map(() => ['sent', undefined]),
      );
    }

    const officer = openDevice();
    await postSignIn(officer.line, { username: 'officer', password: PASSWORD });
    const [first, second] = slips;
    if (!first || !second) throw new Error('no slips');
    const decided = await postDecision(officer.line, first.id, {
      version: await versionOf(officer, first.id),
      decision: { action: 'return', note: 'ছবি অস্পষ্ট' },
    });
    expect(decided).toMatchObject({ ok: true });
    const stale = await postDecision(officer.line, first.id, { version: 0, decision: { action: 'accept' } });
    expect(stale).toMatchObject({ problem: { status: 412 } });
    expect(await postSignOut(officer.line)).toBe(true);
    expect(await fetchMe(officer.line)).toMatchObject({ ok: false, problem: { status: 401 } });

    await sync.flush();
    const states = new Map((await room.outbox.caseStates()).map((one) => [one.submissionId, one]));
    expect(states.get(first.id)).toMatchObject({ status: 'returned', note: 'ছবি অস্পষ্ট' });
    expect(states.get(second.id)?.files?.have).toBe(states.get(second.id)?.files?.of);

    const citizen = openDevice();
    const seen = await fetchTrack(citizen.line, first.trackingCode, first.check);
    expect(seen).toMatchObject({ value: { status: 'returned' } });

    const mended = await mendIn(room, first.id);
    if (!mended.ok) throw new Error('not mended');
    await fillConsent(room, mended.value.id);
    expect(await queueDraft(room, mended.value.id)).toMatchObject({ ok: true });
    await sync.flush();
    expect(await room.outbox.get(mended.value.id)).toMatchObject({ state: 'received' });
    const after = new Map((await room.outbox.caseStates()).map((one) => [one.submissionId, one.status]));
    expect(after.get(first.id)).toBe('superseded');
  });

  it('a device the server forgot keeps its queue and waits for a person', async () => {
    const room = await atCounter();
    const draft = await beginDraft(room, SERVICE);
    if (!draft.ok) throw new Error(draft.problem.type);
    await fillIn(room, draft.value.id, 4);
    await queueDraft(room, draft.value.id);
    const stranger = { ...room, line: openDevice().line };
    const sync = await createTestSync(stranger);
    expect(await sync.flush()).toMatchObject({ end: 'waits', reason: 'session-needed' });
    expect(await room.outbox.get(draft.value.id)).toMatchObject({
      state: 'waiting',
      reason: 'session-needed',
    });
    expect(await (await createTestSync(room)).flush({ hurry: true })).toMatchObject({
      received: [draft.value.id],
    });
  });
});

async function versionOf(officer: WorkRoom, id: string): Promise<number> {
  const { fetchCase } = await import('@/lib/remote/http-desk');
  const found = await fetchCase(officer.line, id);
  if (!found.ok) throw new Error(JSON.stringify(found.problem));
  const opened: DeskCase = found.value;
  expect(opened.files.have).toBe(opened.files.of);
  return opened.version;
}

async function fillConsent(room: WorkRoom, id: string): Promise<void> {
  const row = await room.drafts.row(id);
  const content = row && (await room.drafts.open(row));
  if (!row || !content) throw new Error('no draft');
  const at = new Date(room.now()).toISOString();
  const consent = { textVersion: '1', lang: 'bn', given: 'tick', forWhom: 'self', at } as const;
  await writeDraft(
    room.drafts,
    { row, content },
    { mutations: [partSet('consent', consent)], now: room.now() },
  );
}
