import { describe, expect, test } from 'vitest';
import { openCounter } from './testing/counter';
import { createFakeLine } from './testing/fake-line';
import { idOf } from './testing/make-item';

describe('several tabs and the worker', () => {
  test('[OB-9] two flushes at once share the items, and none is sent twice', async () => {
    const { queue, line, runner, tab, states } = openCounter();
    await queue(...Array.from({ length: 20 }, (_, n) => n));
    await Promise.all([runner.flushOnce(), tab('worker').flushOnce(), runner.flushOnce()]);
    const sent = line.requests.flatMap(({ submissions }) => submissions.map(({ id }) => id));
    expect(sent).toHaveLength(20);
    expect(await states()).toEqual(Array(20).fill('received'));
  });

  test('[OB-9] items of a holder that vanished are free after 60 s, not before', async () => {
    const { queue, server, runner, tab, pass, states } = openCounter();
    await queue(1);
    const dead = createFakeLine(server, () => new Promise(() => {}));
    void tab('dead', dead).flushOnce();
    await new Promise((done) => setTimeout(done));
    pass(59_999);
    await runner.flushOnce();
    expect(await states()).toEqual(['sending']);
    pass(1);
    await runner.flushOnce();
    expect(await states()).toEqual(['received']);
  });

  test('[OB-9] items of a holder known to be gone are free at once, those of one that may live are not', async () => {
    const { queue, server, tab, states } = openCounter();
    await queue(1);
    void tab(
      'closed',
      createFakeLine(server, () => new Promise(() => {})),
    ).flushOnce();
    await new Promise((done) => setTimeout(done));
    const asked: string[] = [];
    const judge = (gone: string) => async (owner: string) => {
      asked.push(owner);
      return owner === gone;
    };
    await tab('next', undefined, { isGone: judge('another') }).flushOnce();
    expect(await states()).toEqual(['sending']);
    await tab('next', undefined, { isGone: judge('closed') }).flushOnce();
    expect(await states()).toEqual(['received']);
    expect(asked).toEqual(['closed', 'closed']);
  });

  test('[OB-9] the late failure of a former holder does not disturb the new one, its late receipt counts', async () => {
    for (const fault of ['request-lost', 'none'] as const) {
      const { queue, server, tab, pass, item } = openCounter();
      await queue(1);
      let release = () => {};
      const late = createFakeLine(
        server,
        () =>
          new Promise((done) => {
            release = done;
          }),
      );
      late.next({ kind: fault });
      const first = tab('late', late).flushOnce();
      await new Promise((done) => setTimeout(done));
      pass(60_000);
      let releaseSecond = () => {};
      const second = tab(
        'second',
        createFakeLine(
          server,
          () =>
            new Promise((done) => {
              releaseSecond = done;
            }),
        ),
      ).flushOnce();
      await new Promise((done) => setTimeout(done));
      release();
      await new Promise((done) => setTimeout(done));
      expect((await item(1)).state).toBe(fault === 'none' ? 'received' : 'sending');
      releaseSecond();
      const settle = setInterval(() => {
        release();
        releaseSecond();
      });
      await Promise.all([first, second]);
      clearInterval(settle);
      expect((await item(1)).state).toBe('received');
      expect(server.effectsOf(idOf(1))).toBe(1);
    }
  });
});

describe('files', () => {
  test('[OB-20] go only when no text is due, and a text that comes in between goes before the next file', async () => {
    const order: string[] = [];
    let left = 3;
    const counter = openCounter();
    const files = {
      sendNext: async () => {
        if (left === 0) return 'nothing-left' as const;
        order.push('file');
        if (--left === 2) await counter.queue(2);
        return 'sent' as const;
      },
    };
    const line = createFakeLine(counter.server, ({ submissions }) => {
      for (const { id } of submissions) order.push(id === idOf(1) ? 'text 1' : 'text 2');
    });
    await counter.queue(1);
    await counter.tab('filing', line, { files }).flushOnce();
    expect(order).toEqual(['text 1', 'file', 'text 2', 'file', 'file']);
  });

  test('[OB-20] one under way stops for a text and goes on behind it', async () => {
    const order: string[] = [];
    let pieces = 3;
    const counter = openCounter();
    const files = {
      async sendNext(_: AbortSignal, textCame: () => Promise<boolean>) {
        if (pieces === 0) return 'nothing-left' as const;
        while (pieces > 0) {
          order.push('piece');
          if (--pieces === 2) await counter.queue(2);
          if (pieces > 0 && (await textCame())) return 'interrupted' as const;
        }
        return 'sent' as const;
      },
    };
    const line = createFakeLine(counter.server, ({ submissions }) => {
      for (const { id } of submissions) order.push(id === idOf(1) ? 'text 1' : 'text 2');
    });
    await counter.queue(1);
    await counter.tab('filing', line, { files }).flushOnce();
    expect(order).toEqual(['text 1', 'piece', 'text 2', 'piece', 'piece']);
  });

  test('[OB-20] after the last one the counts are asked for, once', async () => {
    let left = 2;
    const files = { sendNext: async () => (left-- > 0 ? ('sent' as const) : ('nothing-left' as const)) };
    const { queue, line, tab } = openCounter();
    await queue(1);
    expect((await tab('a', line, { files }).flushOnce()).exchanges).toBe(2);
    expect((await tab('a', line, { files }).flushOnce()).exchanges).toBe(1);
  });

  test('[OB-20] do not go while the line is down, and say what they wait for', async () => {
    const { queue, line, tab, pass } = openCounter();
    let asked = 0;
    const files = {
      sendNext: async () => {
        asked++;
        return { wait: 'server-busy' as const };
      },
    };
    await queue(1);
    line.next({ kind: 'request-lost' });
    expect(await tab('a', line, { files }).flushOnce()).toMatchObject({ end: 'waits' });
    expect(asked).toBe(0);
    pass(2000);
    expect(await tab('a', line, { files }).flushOnce()).toMatchObject({ end: 'done', reason: 'server-busy' });
    expect(asked).toBe(1);
  });
});

describe('a restored server', () => {
  test('[OB-21] is offered everything again that its backup may lack', async () => {
    const { queue, runner, server, states, store } = openCounter();
    await queue(1);
    await runner.flushOnce();
    server.backUp();
    await queue(2, 3);
    await runner.flushOnce();
    server.restore();
    expect(server.has(idOf(2))).toBe(false);
    await runner.flushOnce();
    expect([1, 2, 3].map((n) => server.has(idOf(n)))).toEqual([true, true, true]);
    expect([1, 2, 3].map((n) => server.effectsOf(idOf(n)))).toEqual([1, 1, 1]);
    expect(await states()).toEqual(['received', 'received', 'received']);
    expect(await store.position()).toMatchObject({ epoch: 'e2', cursor: 3 });
  });

  test('[OB-21] a decision that the restored server forgot is forgotten here as well', async () => {
    const { queue, runner, server, store } = openCounter();
    await queue(1);
    await runner.flushOnce();
    server.backUp();
    server.decide(idOf(1), 'accepted');
    await runner.flushOnce();
    expect(await store.caseStates()).toMatchObject([{ status: 'accepted', epoch: 'e1' }]);
    server.restore();
    await runner.flushOnce();
    expect(await store.caseStates()).toMatchObject([{ status: 'received', epoch: 'e2' }]);
  });

  test('[OB-21] an item that was on its way while the server was restored is offered again', async () => {
    const { queue, server, tab, runner, item } = openCounter();
    await runner.flushOnce();
    await queue(1);
    let release = () => {};
    const held = {
      ...createFakeLine(server),
      send: async (request: Parameters<typeof server.answer>[0]) => {
        const answer = server.answer(request);
        await new Promise<void>((done) => {
          release = done;
        });
        return { ok: true, value: answer } as const;
      },
    };
    const late = tab('late', held).flushOnce();
    await new Promise((done) => setTimeout(done));
    server.restore();
    await runner.flushOnce();
    const settle = setInterval(() => release());
    await late;
    clearInterval(settle);
    for (let n = 0; n < 3; n++) await runner.flushOnce();
    expect(server.has(idOf(1))).toBe(true);
    expect((await item(1)).state).toBe('received');
  });

  test('[OB-22] the sealed copy is kept until the backup holds the item, then only the header and receipt', async () => {
    const { queue, runner, server, item } = openCounter();
    await queue(1);
    await runner.flushOnce();
    await runner.flushOnce();
    expect((await item(1)).submission.sealed.ct).not.toBe('');
    server.backUp();
    await runner.flushOnce();
    expect(await item(1)).toMatchObject({
      state: 'received',
      released: true,
      submission: { id: idOf(1), sealed: { ct: '', enc: '' } },
      receipt: { seq: 1 },
    });
    server.restore();
    await runner.flushOnce();
    expect((await item(1)).state).toBe('received');
  });
});
