import { expect } from '@playwright/test';
import { test } from './fixtures/test';
import { openCounter } from './journeys/counter';
import { oneApplication } from './journeys/one-application';

/** What WebKit on iOS says of itself; everything else of an iPhone is checked by hand (docs/hand-checks.md, 10). */
const IOS = { tab: false, 'home screen': true } as const;

for (const [where, standalone] of Object.entries(IOS))
  test(`mode 7: an iPhone, ${where}: is told how to keep its work, and only where it may be thrown away`, async ({
    line,
    newDevice,
  }) => {
    test.setTimeout(120_000);
    const phone = await newDevice('phone');
    await phone.context.addInitScript(
      (value) => Object.defineProperty(navigator, 'standalone', { value, configurable: true }),
      standalone,
    );
    await openCounter(phone);
    const notice = phone.page.getByRole('main').getByText('আইফোনে অ্যাপটি হোম স্ক্রিনে রাখুন');
    await phone.open('/settings');
    await expect(notice).toHaveCount(standalone ? 0 : 1);
    await expect(phone.page.getByRole('main').getByText('যন্ত্রে জায়গা')).toBeVisible();
    await phone.open('/board');
    await expect(phone.page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(notice).toHaveCount(0);
    line.cut();
    await oneApplication(phone, 'রহিমা খাতুন');
    await phone.open('/board');
    await expect(phone.page.getByRole('main').getByText('অপেক্ষায়').first()).toBeVisible();
    await expect(notice).toHaveCount(standalone ? 0 : 1);
  });
