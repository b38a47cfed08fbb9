import { expect } from '@playwright/test';
import { test } from '../fixtures/test';
import { ApplicationForm } from '../pages/application-form';
import { SlipPage } from '../pages/slip-page';
import { openCounter } from './counter';
import { Keyboard } from './keyboard';
import { photo } from './paper';

test('one whole application off line with the keyboard alone, from the list of services to the slip', async ({
  line,
  newDevice,
}) => {
  test.setTimeout(150_000);
  const counter = await newDevice('counter');
  await openCounter(counter);
  line.cut();
  const { page } = counter;
  const keys = new Keyboard(page);
  await counter.open('/');

  await test.step('the service', async () => {
    const first = page.getByRole('region', { name: 'সেবাগুলো' }).getByRole('link').first();
    await expect(first).toBeVisible();
    await expect(async () => {
      await keys.press('/');
      await expect(page.getByLabel('সেবা খুঁজুন')).toBeFocused({ timeout: 300 });
    }).toPass();
    await page.keyboard.type('porcha');
    await expect(first).toContainText('খতিয়ানের');
    await keys.tabTo(first);
    await keys.press('Enter');
    await keys.tabTo(page.getByRole('button', { name: 'আবেদন শুরু করুন' }));
    await keys.press('Enter');
  });

  const form = new ApplicationForm(page);
  await form.isOpen();
  await test.step('the form', async () => {
    const land = form.section('খতিয়ানের তথ্য').root;
    await keys.choose(land.getByLabel('খতিয়ানের ধরন'), 'আরএস');
    await keys.place(land.getByRole('combobox', { name: 'জায়গার নাম লিখে খুঁজুন' }), 'শেরপুর');
    await keys.type(land.getByLabel('মৌজার নাম'), 'কয়েরখালী');
    await keys.type(land.getByLabel('জেএল নম্বর'), '১১৭');
    await keys.type(land.getByLabel('খতিয়ান নম্বর'), '৪৫২');
    await expect(land.getByLabel('জেএল নম্বর')).toHaveValue('১১৭');
    // one has help and the other has not: their boxes stand in one line
    const top = async (label: string) => (await land.getByLabel(label).boundingBox())?.y;
    expect(await top('মৌজার নাম')).toBe(await top('জেএল নম্বর'));

    await keys.press('Alt+ArrowDown');
    const copy = form.section('কপি ও প্রাপ্তি').root;
    await keys.tabTo(copy.getByRole('radio').first());
    await keys.press('Space');
    await keys.tabTo(copy.getByRole('radio', { name: 'অফিস থেকে হাতে' }));
    await keys.press('Space');

    await keys.press('Alt+ArrowDown');
    const applicant = form.section('আবেদনকারী').root;
    const name = applicant.getByLabel('আবেদনকারীর নাম (বাংলা)');
    await keys.type(name, 'মোছা: জরিনা বেগম');
    // asked when the keyboard has left the field
    await keys.press('Tab');
    await keys.tabTo(applicant.getByRole('button', { name: 'মোছাঃ জরিনা বেগম লিখুন' }), 'Shift+Tab');
    await keys.press('Enter');
    await expect(name).toBeFocused();
    await expect(name).toHaveValue('মোছাঃ জরিনা বেগম');
    await keys.type(applicant.getByLabel('আবেদনকারীর এনআইডি নম্বর'), '8213456791');
    await keys.digits(applicant.getByLabel('দিন'), '02111978');
    await keys.type(applicant.getByLabel('মোবাইল নম্বর'), '01912340988');
    await keys.place(applicant.getByRole('combobox', { name: 'জায়গার নাম লিখে খুঁজুন' }), 'খানপুর');
    await keys.type(applicant.getByLabel('গ্রাম বা মহল্লা'), 'কয়েরখালী');

    await keys.choose(form.section('ফি').root.getByLabel('ফি কীভাবে দেবেন'), 'কার্ড');
    const declaration = form.section('ঘোষণা').root;
    await keys.tabTo(declaration.getByRole('checkbox'));
    await keys.press('Space');
    await keys.file(declaration.getByRole('button', { name: 'ফাইল বাছুন' }), await photo('thumb.jpg', '#554'));
    const papers = form.section('সঙ্গে দেওয়ার কাগজ').group('আবেদনকারীর এনআইডি');
    await keys.file(papers.getByRole('button', { name: 'ফাইল বাছুন' }), await photo('nid.jpg', '#9ab'));
  });

  await test.step('review, consent, fee, slip', async () => {
    await keys.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'মিলিয়ে দেখা' })).toBeVisible();
    // without consent: the reason and the box to tick come into sight, and the keyboard is on the box
    await keys.press('Control+Enter');
    const consent = page.getByLabel('আবেদনকারী কথাগুলো শুনে বুঝে রাজি হয়েছেন');
    await expect(consent).toBeFocused();
    await expect(consent).toBeInViewport({ ratio: 1 });
    await expect(page.getByText('সম্মতি নেওয়া হয়নি')).toBeInViewport({ ratio: 1 });
    // nobody is "oneself" by default: the keyboard is brought to the question that was passed over
    await keys.press('Space');
    await expect(consent).not.toBeChecked();
    await expect(page.getByRole('radio', { name: 'নিজের জন্য' })).toBeFocused();
    await keys.press('Space');
    await keys.tabTo(consent);
    await keys.press('Space');
    await expect(consent).toBeChecked();
    await keys.tabTo(page.getByRole('button', { name: 'জমা দিন' }));
    await keys.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'রসিদ' })).toBeVisible({ timeout: 20_000 });
    await new SlipPage(page).read();
  });
});
