import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Device } from '../fixtures/device';
import { test } from '../fixtures/test';
import { BoardPage } from '../pages/board-page';
import { LockPage } from '../pages/lock-page';
import { ServicesPage } from '../pages/services-page';
import { SignInPage } from '../pages/sign-in-page';
import { violationsOn } from './axe';
import { openCounter } from './counter';
import { oneApplication } from './one-application';

const KARIMS_PIN = '739164';
/** As a person types them at a Bangla keyboard. */
const KARIMS_PIN_IN_BANGLA = '৭৩৯১৬৪';
const CITIZEN = 'রোকেয়া পারভীন';

/** A draft that is begun and left, with a citizen's name in it. */
async function begin(counter: Device, name: string): Promise<void> {
  await counter.open('/');
  const services = new ServicesPage(counter.page);
  await services.find('চারিত্রিক সনদ', 'নাগরিকত্ব ও চারিত্রিক সনদ');
  const form = await services.begin();
  await form.section('ব্যক্তি').text('নাম (বাংলা)', name);
}

const drafts = (page: Page) => new BoardPage(page).group('খসড়া').getByRole('listitem');

test('modes 13, 55: two operators on one PC without a line: each opens only their own drafts, the lock leaves nothing on the screen, and the queue goes out under it', async ({
  line,
  newDevice,
}) => {
  test.setTimeout(180_000);
  const counter = await newDevice('counter');
  const { page } = counter;
  const lock = new LockPage(page);

  await test.step('both choose a PIN, then the line goes', async () => {
    await openCounter(counter);
    await lock.lockButton.click();
    await expect(lock.heading).toBeVisible();
    await page.getByRole('link', { name: 'পাসওয়ার্ড দিয়ে প্রবেশ করুন' }).click();
    await new SignInPage(page).signIn('karim');
    await expect(page.getByRole('heading', { level: 1, name: 'আপনার পিন বাছুন' })).toBeVisible();
    expect(await violationsOn(page, 'choose PIN')).toEqual([]);
    await lock.choosePin(KARIMS_PIN);
    line.cut();
  });

  await test.step('what one types in the last moment before the lock is kept, and nothing of it is left on the screen', async () => {
    await begin(counter, CITIZEN);
    const second = await counter.context.newPage();
    await second.goto(`${counter.origin}/board`);
    await expect(drafts(second)).toHaveCount(1);
    await page.keyboard.type(' লিপি');
    await page.keyboard.press('F8');
    for (const one of [page, second]) {
      await expect(new LockPage(one).heading).toBeVisible();
      expect(await one.content()).not.toContain(CITIZEN);
      expect(one.url()).not.toContain('draft');
    }
    expect(await violationsOn(page, 'locked')).toEqual([]);
    await second.close();
  });

  await test.step('another switches in without a line, and sees nothing of it', async () => {
    await lock.operator('শিউলি বেগম').check();
    await expect(lock.pin).toBeFocused();
    await lock.unlock();
    await page.getByRole('navigation').getByRole('link', { name: 'আজকের কাজ' }).click();
    await expect(page.getByText('অন্য কারও ১টি কাজ এই যন্ত্রে আছে')).toBeVisible();
    await expect(drafts(page)).toHaveCount(0);
    expect(await page.content()).not.toContain('লিপি');
  });

  await test.step('five minutes without a touch lock what is open; the queue goes out under the lock', async () => {
    const { code } = await oneApplication(counter, 'জাহানারা বেগম');
    await page.clock.install();
    await counter.open('/board');
    await expect(new BoardPage(page).row(code)).toContainText('অপেক্ষায়');
    await page.clock.fastForward('04:50');
    await expect(lock.lockButton).toBeVisible();
    await page.clock.fastForward('00:20');
    await expect(lock.heading).toBeVisible({ timeout: 20_000 });
    await expect(page.getByText('১টি আবেদন এই যন্ত্রে অপেক্ষায়।')).toBeVisible();
    line.restore();
    await expect(page.getByText('১টি আবেদন এই যন্ত্রে অপেক্ষায়।')).toBeHidden({ timeout: 75_000 });
    await expect(lock.heading).toBeVisible();
    line.cut();
  });

  await test.step('a wrong PIN says how many are left; the right one, in Bengali digits, opens the draft with every letter', async () => {
    await lock.operator('আব্দুল করিম').check();
    await lock.type('482915');
    await expect(page.getByText('আর ৯ বার ভুল হলে এখানে শুরু করা খসড়া আর খোলা যাবে না।')).toBeVisible();
    await expect(lock.pin).toBeFocused();
    await lock.unlock(KARIMS_PIN_IN_BANGLA);
    await page.getByRole('navigation').getByRole('link', { name: 'আজকের কাজ' }).click();
    await drafts(page).getByRole('link', { name: 'লেখা চালিয়ে যান' }).click();
    await expect(page.getByRole('textbox', { name: 'নাম (বাংলা)', exact: true })).toHaveValue(`${CITIZEN} লিপি`);
    await page.reload();
    await expect(page.getByRole('textbox', { name: 'নাম (বাংলা)', exact: true })).toHaveValue(`${CITIZEN} লিপি`);
  });
});
