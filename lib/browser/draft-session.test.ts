import { describe, expect, test, vi } from 'vitest';
import { SAMPLE_SERVICE } from '../local/testing/sample-items';
import { beginDraft } from './begin-draft';
import { createDraftSession } from './draft-session';
import { createFakeDevice } from './testing/fake-device';
import type { WorkRoom } from './work-room';

const CONSENT = {
  textVersion: '1',
  lang: 'bn',
  given: 'tick',
  forWhom: 'self',
  at: '2026-11-22T04:00:00.000Z',
} as const;

const FEE = { governmentBdt: 50, chargeBdt: 20, taken: true } as const;

async function begun(room: WorkRoom): Promise<string> {
  const draft = await beginDraft(room, SAMPLE_SERVICE.id);
  return draft.ok ? draft.value.id : '';
}

async function opened(room: WorkRoom, id: string) {
  const session = createDraftSession(id, async () => room);
  await vi.waitFor(() => expect(session.get().status).toBe('open'));
  return session;
}

async function savedAnswers(room: WorkRoom, id: string) {
  const row = await room.drafts.row(id);
  return row && (await room.drafts.open(row))?.answers;
}

describe('a draft that saves itself', () => {
  test('shows what is typed at once and says saved only when it is in the database', async () => {
    const { room } = await createFakeDevice();
    const id = await begun(room);
    const session = await opened(room, id);
    const { setAnswer } = session.get();
    const states: string[] = [];
    session.subscribe(() => states.push(session.get().saveState));
    setAnswer('name', 'র');
    setAnswer('name', 'রহি');
    expect(session.get()).toMatchObject({ answers: { name: 'রহি' }, saveState: 'saving' });
    await vi.waitFor(() => expect(session.get().saveState).toBe('saved'));
    expect(await savedAnswers(room, id)).toEqual({ name: 'রহি' });
    expect(states.at(-1)).toBe('saved');
  });

  test('two tabs that write different fields keep each other’s', async () => {
    const { room, openTab } = await createFakeDevice();
    const id = await begun(room);
    const one = await opened(room, id);
    const two = await opened(openTab(), id);
    one.get().setAnswer('name', 'রহিমা');
    two.get().setSection('child');
    two.get().setFee(FEE);
    await Promise.all([one.flush(), two.flush()]);
    for (const session of [one, two])
      await vi.waitFor(() =>
        expect(session.get()).toMatchObject({ answers: { name: 'রহিমা' }, at: 'child', fee: FEE }),
      );
  });

  test('consent given in one tab does not cover what another tab changes after it', async () => {
    const { room, openTab } = await createFakeDevice();
    const id = await begun(room);
    const one = await opened(room, id);
    const two = await opened(openTab(), id);
    two.get().setConsent(CONSENT);
    await two.flush();
    await vi.waitFor(() => expect(one.get().consent).toEqual(CONSENT));
    one.get().setAnswer('name', 'রহিমা');
    await one.flush();
    for (const session of [one, two])
      await vi.waitFor(() =>
        expect(session.get()).toMatchObject({ answers: { name: 'রহিমা' }, consent: null }),
      );
  });

  test('an answer taken back is gone, also for the next tab', async () => {
    const { room } = await createFakeDevice();
    const id = await begun(room);
    const session = await opened(room, id);
    session.get().setAnswer('name', 'রহিমা');
    session.get().setAnswer('name', undefined);
    await session.flush();
    expect(await savedAnswers(room, id)).toEqual({});
  });

  test('a full disk is said, the words stay, and they are written when there is room again', async () => {
    const { room } = await createFakeDevice();
    const id = await begun(room);
    const session = await opened(room, id);
    const full = vi
      .spyOn(room.gate.db.drafts, 'put')
      .mockRejectedValue(Object.assign(new Error(), { name: 'QuotaExceededError' }) as never);
    session.get().setAnswer('name', 'রহিমা');
    expect(await session.flush()).toBe(false);
    expect(session.get()).toMatchObject({
      saveState: 'not-saved',
      saveProblem: { type: 'storage-full' },
      answers: { name: 'রহিমা' },
    });
    expect(await session.get().queue()).toEqual({ ok: false, problem: { type: 'storage-full' } });
    full.mockRestore();
    expect(await session.flush()).toBe(true);
    expect(session.get()).toMatchObject({ saveState: 'saved', saveProblem: null });
    expect(await savedAnswers(room, id)).toEqual({ name: 'রহিমা' });
  });

  test('a tab killed before the write loses only what it never called saved', async () => {
    const { room, openTab } = await createFakeDevice();
    const id = await begun(room);
    const killed = await opened(room, id);
    killed.get().setAnswer('name', 'রহিমা');
    await killed.flush();
    vi.spyOn(room.gate, 'write').mockReturnValue(new Promise(() => undefined));
    killed.get().setAnswer('name', 'রহিমা খাতুন');
    const after = await opened(openTab(), id);
    expect(after.get().answers).toEqual({ name: 'রহিমা' });
  });

  test('a word typed into a draft that goes away is not waited for', async () => {
    const { room, openTab } = await createFakeDevice();
    const id = await begun(room);
    const one = await opened(room, id);
    const two = await opened(openTab(), id);
    one.get().setAnswer('name', 'রহিমা');
    await two.get().discard();
    await vi.waitFor(() => expect(one.get().status).toBe('missing'));
    await one.flush();
    expect(await one.flush()).toBe(true);
  });

  test('a defect costs a try, not the words and not the way out', async () => {
    const { room } = await createFakeDevice();
    const id = await begun(room);
    const session = await opened(room, id);
    vi.spyOn(room.drafts, 'save').mockRejectedValueOnce(new Error('a defect'));
    session.get().setAnswer('name', 'রহিমা');
    expect(await session.flush()).toBe(false);
    expect(session.get()).toMatchObject({ saveState: 'not-saved', answers: { name: 'রহিমা' } });
    expect(await session.flush()).toBe(true);
    expect(await savedAnswers(room, id)).toEqual({ name: 'রহিমা' });
    await session.close();
  });

  test('a draft discarded in one tab is missing in the other, and nothing brings it back', async () => {
    const { room, openTab } = await createFakeDevice();
    const id = await begun(room);
    const one = await opened(room, id);
    const two = await opened(openTab(), id);
    await one.get().discard();
    two.get().setAnswer('name', 'রহিমা');
    await two.flush();
    await vi.waitFor(() => expect(two.get().status).toBe('missing'));
    expect(await room.drafts.row(id)).toBeNull();
  });

  test('a picture is stored unreadable, answers its field, opens again and can be taken off', async () => {
    vi.doMock('./prepare-attachment', () => ({
      prepareAttachment: async (blob: Blob) => ({
        ok: true,
        value: { bytes: new Uint8Array(await blob.arrayBuffer()), mediaType: 'image/jpeg' },
      }),
    }));
    const { room } = await createFakeDevice();
    const id = await begun(room);
    const session = await opened(room, id);
    const attached = await session
      .get()
      .attach('field:photo', new Blob([new TextEncoder().encode('CANARY-PHOTO')]), 'x.jpg');
    const file = attached.ok ? attached.value : null;
    expect(session.get().answers).toEqual({ photo: { attachmentIds: [file?.id] } });
    const parts = await room.gate.read((db) => db.fileParts.toArray());
    expect(new TextDecoder().decode(parts[0]?.data)).not.toContain('CANARY');
    expect(await (await session.get().openFile(file?.id ?? ''))?.text()).toBe('CANARY-PHOTO');
    await session.get().detach(file?.id ?? '');
    expect(session.get()).toMatchObject({ attachments: [], answers: {} });
    expect(await room.gate.read((db) => db.fileParts.count())).toBe(0);
    vi.doUnmock('./prepare-attachment');
  });
});
