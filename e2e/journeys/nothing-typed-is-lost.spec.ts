import { expect } from '@playwright/test';
import { test } from '../fixtures/test';
import { LockPage } from '../pages/lock-page';
import { ascii } from '../pages/names';
import { ServicesPage } from '../pages/services-page';
import { characterCertificate } from './character-certificate';
import { openCounter } from './counter';

/** What may pass between the last key and the page's death. */
const HALF_A_SECOND = 500;

test('a page that dies while somebody types gives back every field; the other language keeps all of it', async ({
  line,
  newDevice,
}) => {
  test.setTimeout(150_000);
  const counter = await newDevice('counter');
  await openCounter(counter);
  line.cut();
  const services = new ServicesPage(counter.page);
  await services.find('chairman sonod', 'নাগরিকত্ব ও চারিত্রিক সনদ');
  const form = await services.begin();
  await form.write(await characterCertificate('নাজমুল করিম'));
  const address = counter.page.url();

  const father = form.section('ব্যক্তি').root.getByRole('textbox', { name: 'পিতার নাম', exact: true });
  await father.fill('');
  await father.pressSequentially('আব্দুল মজিদ তালুকদার', { delay: 40 });
  const before = await form.everyField();
  await counter.page.waitForTimeout(HALF_A_SECOND);
  await counter.killPage();

  await counter.page.goto(address);
  await new LockPage(counter.page).pass();
  const again = form.on(counter.page);
  await again.isOpen();
  await expect.poll(() => again.everyField()).toEqual(before);
  expect(Object.values(before)).toContain('আব্দুল মজিদ তালুকদার');

  const search = again
    .section('ঠিকানা')
    .group('বর্তমান ঠিকানা')
    .getByRole('combobox', { name: 'জায়গার নাম লিখে খুঁজুন' });
  await search.pressSequentially('ধুনট');
  const inBangla = Object.values(await again.everyField()).map(ascii);
  expect(inBangla).toContain('ধুনট');
  await counter.page.getByRole('button', { name: 'English' }).click();
  await expect(
    counter.page.getByRole('heading', { level: 1, name: 'Nationality and character certificate' }),
  ).toBeVisible();
  expect(Object.values(await again.everyField()).map(ascii)).toEqual(inBangla);
  expect(counter.page.url()).toBe(address);
  await counter.page.getByRole('button', { name: 'বাংলা' }).click();
  await expect(counter.page.getByRole('heading', { level: 1, name: 'নাগরিকত্ব ও চারিত্রিক সনদ' })).toBeVisible();
  expect(Object.values(await again.everyField()).map(ascii)).toEqual(inBangla);
});

test('the last letters before a reload are kept', async ({ newDevice }) => {
  const device = await newDevice('counter');
  await device.open('/service?id=nationality-character-certificate');
  await new ServicesPage(device.page).beginAsCitizen();
  const father = () => device.page.getByRole('textbox', { name: 'পিতার নাম', exact: true });
  await expect(father()).toBeVisible();
  // whoever is asked stays: what was typed in this very moment is written meanwhile
  device.page.on('dialog', (dialog) => dialog.dismiss());
  const reload = () => device.page.evaluate(() => setTimeout(() => location.reload(), 0));
  for (const letters of ['আব্দুল', ' মজিদ', ' তালুকদার', ' মাস্টার']) {
    const before = await father().inputValue();
    await father().press('End');
    await device.page.keyboard.insertText(letters);
    await reload();
    await device.page.waitForTimeout(HALF_A_SECOND);
    await device.page.reload();
    await expect(father()).toHaveValue(before + letters);
  }
});
