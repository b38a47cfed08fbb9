import { expect } from '@playwright/test';
import { test } from '../fixtures/test';
import type { ApplicationForm } from '../pages/application-form';
import { BoardPage } from '../pages/board-page';
import { DeskPage } from '../pages/desk-page';
import { LockPage } from '../pages/lock-page';
import { ServicesPage } from '../pages/services-page';
import { SignInPage } from '../pages/sign-in-page';
import type { Slip } from '../pages/slip-page';
import { SlipPage } from '../pages/slip-page';
import { TrackPage } from '../pages/track-page';
import { birthRegistration } from './birth-registration';
import { characterCertificate } from './character-certificate';
import { handInAtCounter, openCounter } from './counter';
import { khatianCopy } from './khatian-copy';

test('three applications off line, a power cut, the line again, three decisions, one mended', async ({
  line,
  newDevice,
}) => {
  test.setTimeout(240_000);
  const counter = await newDevice('counter');
  const services = () => new ServicesPage(counter.page);
  const board = () => new BoardPage(counter.page);
  let birth: Slip = { code: '', check: '' };
  let khatian: Slip = birth;
  let certificate: Slip = birth;

  await test.step('the operator adds the counter, then the line goes', async () => {
    await openCounter(counter);
    // the next morning: the browser has written its cookies
    await counter.restart();
    line.cut();
    await counter.open('/');
    await new LockPage(counter.page).unlock();
  });

  await test.step('birth registration, found in Bangla, from the search to the slip', async () => {
    await services().find('জন্ম নিবন্ধন', 'জন্ম নিবন্ধন');
    const form = await services().begin();
    await form.write(await birthRegistration());
    await form.goToReview();
    birth = await handInAtCounter(counter);
    await new SlipPage(counter.page).isProvisional();
    await new SlipPage(counter.page).nextCitizen();
  });

  await test.step('land record, found in Latin letters; the power goes before it is handed in', async () => {
    await services().find('porcha', 'খতিয়ানের');
    const form = await services().begin();
    await form.write(await khatianCopy());
    await form.isSaved();
    const before = await form.everyField();
    expect(Object.keys(before).length).toBeGreaterThan(20);
    await counter.killAndRestart();
    await counter.open('/board');
    await new LockPage(counter.page).unlock();
    await expect(board().row(birth.code)).toContainText('অপেক্ষায়');
    const after = await board().goOnWriting('খতিয়ানের');
    await expect.poll(() => after.everyField()).toEqual(before);
    await after.goToReview();
    khatian = await handInAtCounter(counter);
    await new SlipPage(counter.page).nextCitizen();
  });

  await test.step('character certificate, found in English', async () => {
    await services().find('character certificate', 'নাগরিকত্ব ও চারিত্রিক সনদ');
    const form = await services().begin();
    await form.write(await characterCertificate('তানভীর হোসেন'));
    await form.goToReview();
    certificate = await handInAtCounter(counter);
    expect(new Set([birth.code, khatian.code, certificate.code]).size).toBe(3);
    await counter.open('/board');
    for (const { code } of [birth, khatian, certificate])
      await expect(board().row(code)).toContainText('অপেক্ষায়');
  });

  await test.step('the line comes back: without a hand all three arrive, with all their papers', async () => {
    line.restore();
    const files = new Map([
      [birth.code, '৫'],
      [khatian.code, '২'],
      [certificate.code, '৩'],
    ]);
    for (const [code, n] of files) {
      await expect(board().row(code)).toContainText(/পৌঁছেছে .*[০-৯]+:[০-৯]{2}/, { timeout: 75_000 });
      await expect(board().row(code)).toContainText(`সব কাগজ পৌঁছেছে (${n}টি)`, { timeout: 30_000 });
    }
  });

  const reason = 'ভোটার কার্ডের ছবিটি স্পষ্ট নয়; আবার তুলে পাঠান।';
  await test.step('the officer sees the papers, accepts one, returns one, rejects one', async () => {
    const office = await newDevice('counter');
    await office.open('/sign-in');
    await new SignInPage(office.page).signIn('officer');
    await office.page.waitForURL('**/desk');
    const desk = new DeskPage(office.page);
    await desk.open(birth.code);
    await expect(office.page.getByText('মোঃ সাইফুল ইসলাম').first()).toBeVisible();
    await desk.lookAtPaper('পাসপোর্ট আকারের ছবি');
    await desk.lookAtPaper('আবেদনকারীর স্বাক্ষর বা টিপসই');
    await desk.decide('মঞ্জুর করুন');
    await desk.open(khatian.code);
    await desk.lookAtPaper('আবেদনকারীর এনআইডি');
    await desk.reason(reason);
    await desk.decide('সংশোধনের জন্য ফেরত দিন');
    await desk.open(certificate.code);
    await desk.reason('এই ঠিকানা অন্য ইউনিয়নের।');
    await desk.decide('নামঞ্জুর করুন');
  });

  await test.step('the counter hears of it at its next contact', async () => {
    await counter.open('/board');
    await expect(board().row(birth.code)).toContainText('মঞ্জুর');
    await expect(board().row(khatian.code)).toContainText(reason);
    await expect(board().row(certificate.code)).toContainText('এই ঠিকানা অন্য ইউনিয়নের।');
    await expect(board().group('দেখা দরকার').getByRole('listitem')).toHaveCount(1);
  });

  const phone = await newDevice('phone');
  await test.step('the citizens ask on a phone', async () => {
    await phone.open('/track');
    const track = new TrackPage(phone.page);
    await track.ask(birth);
    await expect(track.steps.last()).toContainText('মঞ্জুর হয়েছে');
    await track.ask(certificate);
    await expect(track.steps.last()).toContainText('নামঞ্জুর হয়েছে');
    await track.ask(khatian);
    await expect(track.steps.last()).toContainText(reason);
    await track.ask({ ...khatian, check: khatian.check === '111111' ? '222222' : '111111' });
    await expect(phone.page.getByText('এই কোড ও সংখ্যায় কিছু মেলেনি')).toBeVisible();
  });

  await test.step('the returned one is mended and sent again; its old slip leads to the new one', async () => {
    const form: ApplicationForm = await board().mend(khatian.code);
    await expect(counter.page.getByRole('main').getByText(reason)).toBeVisible();
    await expect(form.section('আবেদনকারী').root.getByLabel('আবেদনকারীর নাম (বাংলা)')).toHaveValue('হাসিনা বানু');
    await form.section('খতিয়ানের তথ্য').text('দাগ নম্বর', '1209');
    await form.goToReview();
    const mended = await handInAtCounter(counter);
    await new SlipPage(counter.page).toBoard();
    await expect(board().row(mended.code)).toContainText('সব কাগজ পৌঁছেছে (২টি)', { timeout: 30_000 });
    await expect(board().row(khatian.code)).toContainText('নতুন আবেদন গেছে');
    await new TrackPage(phone.page).ask(khatian);
    await expect(new TrackPage(phone.page).steps).toContainText([
      'সরকারি সার্ভারে পৌঁছেছে',
      'ঠিক করার জন্য ফেরত এসেছে',
      'এর বদলে নতুন আবেদন গেছে',
      'সরকারি সার্ভারে পৌঁছেছে',
      'দপ্তরের সিদ্ধান্ত',
    ]);
    await expect(phone.page.getByText('এখন: দপ্তর দেখছে।')).toBeVisible();
  });
});
