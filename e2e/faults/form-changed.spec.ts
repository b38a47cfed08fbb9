import { expect } from '@playwright/test';
import { Client } from 'pg';
import { CuttingProxy } from '../cutting-proxy';
import { Device } from '../fixtures/device';
import { RunningServer } from '../fixtures/running-server';
import { test } from '../fixtures/test';
import { violationsOn } from '../journeys/axe';
import { handInAtCounter } from '../journeys/counter';
import { ApplicationForm } from '../pages/application-form';
import { publishNextForm } from './publish-next-form';
import { inApp, putAppInPage } from './put-app-in-page';
import { openForActions, readyCounter, smallPicture } from './ready-counter';

const WIDE = { width: 1366, height: 768 };
const NARROW = { width: 360, height: 640 };

// a server of its own: what is published stays published
// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter list
test('mode 47: a form that changes under a draft is said; the answers are carried over with a list of what needs the person, and the old form is still taken', async ({}, info) => {
  test.setTimeout(150_000);
  const server = await RunningServer.start();
  const line = await CuttingProxy.listen(() => server.port);
  const counter = new Device('counter', line.origin);
  try {
    await counter.start();
    await readyCounter(counter);
    await openForActions(counter);
    const { page } = counter;
    const oldId = await inApp(page, 'writeApplication', 1, await smallPicture());
    const form = new ApplicationForm(page);
    await counter.open(`/apply?draft=${oldId}`);
    await form.section('সনদ').radio('কোন সনদ চান', 'উভয়');
    await form.section('সনদ').text('কী কাজে লাগবে', 'চাকরির আবেদন');
    await form.isSaved();

    line.cut();
    await publishNextForm(server.databaseUrl);
    await expect(page.getByText('এই ফরমের নতুন সংস্করণ এসেছে')).toHaveCount(0);
    line.restore();
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await expect(page.getByText('এই ফরমের নতুন সংস্করণ এসেছে')).toBeVisible({ timeout: 20_000 });
    const look = async (name: string) => {
      for (const [size, viewport] of [
        ['narrow', NARROW],
        ['wide', WIDE],
      ] as const) {
        await page.setViewportSize(viewport);
        for (const language of ['English', 'বাংলা']) {
          await page.getByRole('button', { name: language, exact: true }).click();
          await page.screenshot({
            path: info.outputPath(`${name}-${size}-${language === 'English' ? 'en' : 'bn'}.png`),
          });
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
          ).toBeLessThanOrEqual(0);
        }
        expect(await violationsOn(page, `${name} ${size}`)).toEqual([]);
      }
    };
    await look('newer');

    await page.getByRole('button', { name: 'নতুন ফরমে নিন' }).click();
    await page.waitForURL((url) => url.searchParams.get('draft') !== oldId);
    const notice = page.getByText('নতুন ফরমে নেওয়া হয়েছে; ৩টি উত্তর দেখা দরকার');
    await expect(notice).toBeVisible();
    await look('moved');
    for (const words of ['চাকরির আবেদন', 'প্রশ্নটি আর নেই', 'উভয়', 'এই বিকল্পটি আর নেই'])
      await expect(page.getByRole('main')).toContainText(words);
    await page.getByRole('link', { name: 'অভিভাবকের মোবাইল নম্বর' }).click();
    const added = page.getByRole('textbox', { name: 'অভিভাবকের মোবাইল নম্বর' });
    await expect(added).toBeFocused();
    await page.keyboard.insertText('01812345670');
    await page.getByRole('link', { name: 'কোন সনদ চান' }).click();
    await expect(page.getByRole('radio', { name: 'নাগরিকত্ব সনদ' })).toBeFocused();
    await form.section('সনদ').radio('কোন সনদ চান', 'নাগরিকত্ব সনদ');
    await page.getByRole('button', { name: 'বুঝেছি' }).click();
    await expect(notice).toHaveCount(0);
    await form.isSaved();
    await page.reload();
    await expect(added).toHaveValue(/01812345670|০১৮১২৩৪৫৬৭০/);
    await expect(notice).toHaveCount(0);
    await form.goToReview();
    const slip = await handInAtCounter(counter);

    await counter.open(`/apply?draft=${oldId}`);
    await expect(form.section('সনদ').root.getByRole('radio', { name: 'উভয়' }).first()).toBeChecked();
    await form.goToReview();
    const oldSlip = await handInAtCounter(counter);
    await putAppInPage(page);
    await inApp(page, 'sendNow');
    await expect
      .poll(() => versions(server.databaseUrl), { timeout: 20_000 })
      .toEqual({ [slip.code]: 2, [oldSlip.code]: 1 });
  } finally {
    await counter.discard();
    await line.close();
    await server.stop();
  }
});

/** The version of the form of every application in the books, by tracking code. */
async function versions(databaseUrl: string): Promise<Readonly<Record<string, number>>> {
  const books = new Client({ connectionString: databaseUrl });
  await books.connect();
  try {
    const { rows } = await books.query<{ code: string; version: number }>(
      'SELECT tracking_code AS code, service_version AS version FROM submissions',
    );
    return Object.fromEntries(rows.map(({ code, version }) => [code, version]));
  } finally {
    await books.end();
  }
}
