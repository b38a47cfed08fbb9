import type { ConsoleMessage, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { figure } from '../../reliability/figures';
import type { Device } from '../fixtures/device';
import { test } from '../fixtures/test';
import { once, recorded } from './books';
import { inApp } from './put-app-in-page';
import { openForActions, readyCounter, smallPicture } from './ready-counter';

const KILLS = figure(10, 200);
/** Long enough for several applications to be written, queued and sent before the latest death, milliseconds. */
const LATEST = 900;

/** What a page had been told before it died. */
interface Heard {
  typed: number;
  saved: number;
  readonly queued: Set<string>;
}

for (const [dies, kill] of [
  ['tab', (counter: Device) => counter.killPage()],
  ['browser', (counter: Device) => counter.killAndRestart()],
] as const)
  test(`modes 1, 26: a ${dies} killed ${KILLS} times while it types, hands in and sends keeps what was said to be saved, and sends it once`, async ({
    server,
    newDevice,
  }) => {
    test.setTimeout(60_000 + KILLS * 15_000);
    const counter = await newDevice('counter');
    const deviceCode = await readyCounter(counter);
    // Chromium writes cookies down half a minute late; a counter that lost them is another story (a-forgotten-device).
    await counter.restart();
    const picture = await smallPicture();
    await openForActions(counter);
    const draftId = await inApp(counter.page, 'writeApplication', 1, picture);
    const heard: Heard = { typed: 0, saved: 0, queued: new Set() };

    for (let nth = 1; nth <= KILLS; nth += 1) {
      const moment = Math.round(((nth - Math.random()) / KILLS) * LATEST);
      await test.step(`killed after ${moment} ms`, async () => {
        listen(counter.page, heard);
        inApp(counter.page, 'workUntilKilled', draftId, picture).catch(() => undefined);
        await counter.page.waitForTimeout(moment);
        await kill(counter);
        await openForActions(counter);
        const { torn, typed, items } = await inApp(counter.page, 'inspect', draftId);
        expect(torn).toEqual([]);
        expect(typed, 'what was said to be saved').toBeGreaterThanOrEqual(heard.saved);
        expect(typed, 'nobody typed more').toBeLessThanOrEqual(heard.typed);
        const there = items.map(({ id }) => id);
        for (const id of heard.queued) expect(there).toContain(id);
        heard.saved = typed;
      });
    }

    const states = async () => (await inApp(counter.page, 'inspect', draftId)).items;
    const count = (await states()).length;
    expect(count).toBeGreaterThanOrEqual(heard.queued.size);
    expect(heard.queued.size).toBeGreaterThan(0);
    expect(heard.saved).toBeGreaterThan(0);
    await inApp(counter.page, 'sendNow');
    await expect
      .poll(async () => (await states()).filter(({ state }) => state !== 'received'), { timeout: 40_000 })
      .toEqual([]);
    expect(await recorded(server.databaseUrl, deviceCode)).toEqual(once(count));
    expect((await inApp(counter.page, 'inspect', draftId)).torn).toEqual([]);
  });

function listen(page: Page, heard: Heard): void {
  page.on('console', (message: ConsoleMessage) => {
    if (!message.text().startsWith('SAID ')) return;
    const word = JSON.parse(message.text().slice(5)) as { typed?: number; saved?: number; queued?: string };
    heard.typed = Math.max(heard.typed, word.typed ?? 0);
    heard.saved = Math.max(heard.saved, word.saved ?? 0);
    if (word.queued) heard.queued.add(word.queued);
  });
}
