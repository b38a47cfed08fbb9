import { expect } from '@playwright/test';
import type { Device } from '../fixtures/device';
import { test } from '../fixtures/test';
import { BoardPage } from '../pages/board-page';
import { LockPage } from '../pages/lock-page';
import { SlipPage } from '../pages/slip-page';
import { handInAtCounter, openCounter } from './counter';
import { oneApplication } from './one-application';

test('a refused application says why, and is mended and sent again: two machines made from one disk give the same code', async ({
  newDevice,
}) => {
  test.setTimeout(200_000);
  const first = await newDevice('counter');
  await openCounter(first);
  const second = await newDevice('counter');
  await first.switchOff();
  await second.switchOff();
  first.cloneDiskTo(second);

  await first.start();
  await unlockAtHome(first);
  const taken = await oneApplication(first, 'সোহেল রানা');
  await new SlipPage(first.page).toBoard();
  await expect(new BoardPage(first.page).row(taken.code)).toContainText('পৌঁছেছে', { timeout: 30_000 });

  await second.start();
  await unlockAtHome(second);
  const refused = await oneApplication(second, 'কামরুল হাসান');
  expect(refused.code).toBe(taken.code);
  await new SlipPage(second.page).toBoard();
  const board = new BoardPage(second.page);
  const stopped = board.group('দেখা দরকার').getByRole('listitem').filter({ hasText: refused.code });
  await expect(stopped).toContainText('আবেদনটি এই যন্ত্রে নিরাপদে আছে।', { timeout: 30_000 });
  await expect(stopped).toContainText('tracking-code-invalid');

  await stopped.getByRole('button', { name: 'ঠিক করে আবার পাঠান' }).click();
  const form = board.formHere();
  await form.isOpen();
  const name = form.section('ব্যক্তি').root.getByRole('textbox', { name: 'নাম (বাংলা)', exact: true });
  await expect(name).toHaveValue('কামরুল হাসান');
  await form.goToReview();
  const mended = await handInAtCounter(second);
  expect(mended.code).not.toBe(taken.code);
  await new SlipPage(second.page).toBoard();
  await expect(board.row(mended.code)).toContainText('পৌঁছেছে', { timeout: 30_000 });
  await expect(board.row(mended.code)).toContainText('সব কাগজ পৌঁছেছে (৩টি)', { timeout: 75_000 });
});

async function unlockAtHome(device: Device): Promise<void> {
  await device.open('/');
  await new LockPage(device.page).unlock();
}
