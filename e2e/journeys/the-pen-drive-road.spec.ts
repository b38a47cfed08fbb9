import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import pg from 'pg';
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { CuttingProxy } from '../cutting-proxy';
import { launchProfile } from '../fixtures/browser-launch';
import { Device } from '../fixtures/device';
import { test } from '../fixtures/test';
import { BoardPage } from '../pages/board-page';
import { CarryPage, savedBy } from '../pages/carry-page';
import { DeskPage } from '../pages/desk-page';
import { SignInPage } from '../pages/sign-in-page';
import { SlipPage } from '../pages/slip-page';
import { violationsOn } from './axe';
import { openCounter } from './counter';
import { timesStored } from './everything-stored';
import { oneApplication } from './one-application';

const CANARY = 'কানাই ক্যানারি';

test('work of a centre without a line is sent from a phone that nobody knows, and comes back as received', async ({
  line,
  newDevice,
  server,
}) => {
  test.setTimeout(400_000);
  const first = await newDevice('counter');
  await openCounter(first);
  line.cut();
  const slips = [
    await oneApplication(first, CANARY),
    await oneApplication(first, 'রোকসানা পারভীন'),
    await oneApplication(first, 'আবুল কাশেম'),
  ];
  const codes = slips.map(({ code }) => code);
  const [deviceCode = ''] = (codes[0] ?? '').split('-');
  await first.open('/settings');
  const drive = await savedBy(first.page, first.page.getByRole('button', { name: 'ফাইলে তুলে রাখুন' }));
  expect(drive.name).toMatch(new RegExp(`^sheba-setu-unsent-${deviceCode}-.*\\.setu$`));

  const otherLine = await CuttingProxy.listen(() => server.port);
  const phone = new Device('phone', otherLine.origin);
  try {
    await phone.start();
    await phone.open('/carry');
    await phone.waitUntilOfflineReady();
    otherLine.cut();
    const carry = new CarryPage(phone.page);
    await carry.choose({ ...drive, buffer: drive.buffer.subarray(0, drive.buffer.length - 5) });
    await carry.says('ফাইলটি পুরো নয়');
    await carry.choose(drive);
    await carry.says('কাজ এখন এই যন্ত্রে আছে');
    const card = carry.package(deviceCode);
    await expect(card).toContainText('৩টি আবেদনের ০টি পৌঁছেছে');
    await expect(card).toContainText('৩টি অপেক্ষায়: লাইন নেই', { timeout: 30_000 });
    expect(await violationsOn(phone.page, 'a package that waits')).toEqual([]);
    await carry.choose(drive);
    await carry.says('এই ফাইল আগেই তোলা হয়েছে');
    await expect(card).toHaveCount(1);

    // the browser is killed with everything on board, and the line breaks in the middle of the papers
    await phone.killAndRestart();
    await phone.open('/carry');
    const again = new CarryPage(phone.page);
    const kept = again.package(deviceCode);
    await expect(kept).toContainText('৩টি আবেদনের ০টি পৌঁছেছে');
    otherLine.restore();
    otherLine.cutAfter('up', Math.round(drive.buffer.length / 2));
    await again.sendNow();
    await expect(kept).toContainText('৩টি আবেদনের ৩টি পৌঁছেছে', { timeout: 30_000 });
    await expect(kept).toContainText(/কাগজ অপেক্ষায়: লাইন নেই/, { timeout: 60_000 });
    // by itself, when the line is back
    otherLine.restore();
    await expect(kept).toContainText('সব পৌঁছেছে', { timeout: 90_000 });
    expect(await violationsOn(phone.page, 'a package that has arrived')).toEqual([]);
    expect(await booksOf(server.databaseUrl, deviceCode)).toEqual({ rows: 3, distinct: 3, have: 9, of: 9 });

    // it carried everything and could read nothing
    expect(await timesStored(phone.page, codes[0] ?? '')).toBeGreaterThan(0);
    expect(await timesStored(phone.page, CANARY)).toBe(0);
    expect(await timesStored(phone.page, 'ক্যানারি')).toBe(0);

    const receipts = await savedBy(phone.page, kept.getByRole('button', { name: 'প্রাপ্তি ফাইল নিন' }));
    await kept.getByRole('button', { name: 'কপি ছেড়ে দিন' }).click();
    await expect(kept).toContainText('সিল করা কপি ছেড়ে দেওয়া হয়েছে');
    expect(await timesStored(phone.page, codes[0] ?? '')).toBeGreaterThan(0);

    // still without a line, the first device learns it
    await first.open('/carry');
    await new CarryPage(first.page).choose(receipts);
    await new CarryPage(first.page).says('৩টি আবেদন সার্ভারে পৌঁছেছে');
    await first.page.getByRole('link', { name: 'আজকের কাজ দেখুন' }).click();
    const board = new BoardPage(first.page);
    for (const code of codes) await expect(board.row(code)).toContainText(/পৌঁছেছে .*[০-৯]+:[০-৯]{2}/);

    const office = new Device('counter', otherLine.origin);
    try {
      await office.start();
      await office.open('/sign-in');
      await new SignInPage(office.page).signIn('officer');
      await office.page.waitForURL('**/desk');
      const desk = new DeskPage(office.page);
      await desk.open(codes[0] ?? '');
      await desk.decide('মঞ্জুর করুন');
    } finally {
      await office.discard();
    }

    // its line is back: nothing goes twice, the decision and the count of papers arrive
    line.resetCounts();
    line.restore();
    await first.open('/board');
    await expect(board.row(codes[0] ?? '')).toContainText('মঞ্জুর', { timeout: 75_000 });
    for (const code of codes.slice(1))
      await expect(board.row(code)).toContainText('সব কাগজ পৌঁছেছে (৩টি)', { timeout: 75_000 });
    expect(line.counts.up).toBeLessThan(drive.buffer.length / 2);
    expect(await booksOf(server.databaseUrl, deviceCode)).toEqual({ rows: 3, distinct: 3, have: 9, of: 9 });
    await first.open('/settings');
    await first.page.getByRole('button', { name: 'ফাইলে তুলে রাখুন' }).click();
    await expect(first.page.getByText('না-পাঠানো কোনো কাজ নেই।')).toBeVisible();
  } finally {
    await phone.discard();
    await otherLine.close();
  }
});

test('one application goes over by its codes, through a camera or as text', async ({
  line,
  newDevice,
  server,
}) => {
  test.setTimeout(300_000);
  const first = await newDevice('phone');
  await first.open('/');
  await first.waitUntilOfflineReady();
  await first.page.setViewportSize({ width: 1366, height: 768 });
  await openCounter(first);
  line.cut();
  const { code } = await oneApplication(first, CANARY);
  await new SlipPage(first.page).toBoard();
  await first.page.setViewportSize({ width: 360, height: 640 });
  await new BoardPage(first.page).row(code).getByRole('button', { name: 'কোডে পাঠান' }).click();
  const pictures = await new CarryPage(first.page).pictures();
  expect(await violationsOn(first.page, 'codes of an application')).toEqual([]);
  expect(pictures.length).toBeGreaterThan(1);
  expect(pictures.length).toBeLessThanOrEqual(8);
  for (const [index, picture] of pictures.entries()) {
    const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    expect(decodeQR({ data, width: info.width, height: info.height })).toMatch(
      new RegExp(`^SETU1/[0-9A-F]{8}/${index + 1}/${pictures.length}/`),
    );
  }

  const otherLine = await CuttingProxy.listen(() => server.port);
  const folder = mkdtempSync(join(tmpdir(), 'setu-camera-'));
  const film = join(folder, 'codes.mjpeg');
  writeFileSync(film, await filmOf(pictures));
  const phone = await launchProfile(join(folder, 'profile'), {
    viewport: { width: 360, height: 640 },
    cameraShows: film,
  });
  try {
    const page = phone.pages()[0] ?? (await phone.newPage());
    await page.goto(`${otherLine.origin}/carry`);
    await page.getByRole('button', { name: 'ক্যামেরায় কোড পড়ুন' }).click();
    const carry = new CarryPage(page);
    await expect(page.getByText('কাজ এখন এই যন্ত্রে আছে')).toBeVisible({ timeout: 60_000 });
    const [deviceCode = ''] = code.split('-');
    await expect(carry.package(deviceCode)).toContainText('১টি আবেদনের ১টি পৌঁছেছে', { timeout: 30_000 });
    expect(await booksOf(server.databaseUrl, deviceCode)).toEqual({ rows: 1, distinct: 1, have: 0, of: 3 });
    expect(await timesStored(page, CANARY)).toBe(0);

    // the same as text is the same package
    await first.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await first.page.getByRole('dialog').getByRole('button', { name: 'লেখা হিসেবে কপি করুন' }).click();
    await expect(first.page.getByText(/কপি হয়েছে/)).toBeVisible();
    const text = await first.page.evaluate(() => navigator.clipboard.readText());
    await carry.paste(text);
    await carry.says('এই ফাইল আগেই তোলা হয়েছে');
    await page.goto(`${otherLine.origin}/carry${new URL(text).hash}`);
    await page.reload();
    await carry.says('১টি আবেদনের ১টি পৌঁছেছে');
    expect(new URL(page.url()).hash).toBe('');

    // the papers stayed, and follow when the first device has a line
    await first.page.keyboard.press('Escape');
    line.restore();
    await first.open('/board');
    await expect(new BoardPage(first.page).row(code)).toContainText('সব কাগজ পৌঁছেছে (৩টি)', {
      timeout: 75_000,
    });
    expect(await booksOf(server.databaseUrl, deviceCode)).toEqual({ rows: 1, distinct: 1, have: 3, of: 3 });
  } finally {
    await phone.close();
    await otherLine.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** What a camera sees that is held before the codes: each for a third of a second, on a grey desk. */
async function filmOf(pictures: readonly Buffer[]): Promise<Buffer> {
  const shots = await Promise.all(
    pictures.map((picture) =>
      sharp(picture)
        .resize(420, 420, { fit: 'contain', background: '#fff' })
        .extend({ top: 30, bottom: 30, left: 110, right: 110, background: '#888' })
        .blur(0.6)
        .jpeg({ quality: 85 })
        .toBuffer(),
    ),
  );
  return Buffer.concat(shots.flatMap((shot) => Array.from({ length: 10 }, () => shot)));
}

/** What the server's books hold of one device. */
async function booksOf(databaseUrl: string, deviceCode: string) {
  const books = new pg.Client({ connectionString: databaseUrl });
  await books.connect();
  try {
    const { rows } = await books.query(
      `SELECT count(*)::int AS rows, count(DISTINCT id)::int AS distinct,
              sum(files_have)::int AS have, sum(files_of)::int AS of
         FROM submissions WHERE tracking_code LIKE $1 || '-%'`,
      [deviceCode],
    );
    return rows[0];
  } finally {
    await books.end();
  }
}
