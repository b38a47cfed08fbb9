import type { Page } from '@playwright/test';
import { ApplicationForm } from '../../e2e/pages/application-form';
import { ReviewPage } from '../../e2e/pages/review-page';
import { ServicesPage } from '../../e2e/pages/services-page';
import { birthSections } from './birth-sections';
import { SCREENS } from './camera';
import { either, type TourStep } from './step';

const [PHONE, PC] = SCREENS;
const heading = (id: string) => (page: Page) => page.locator(`#step-${id.replace(':', '\\:')}`);

async function write(page: Page, ...titles: readonly string[]): Promise<ApplicationForm> {
  const form = new ApplicationForm(page);
  const sections = await birthSections();
  for (const title of titles) {
    await sections.get(title)?.(form.section(title));
    await form.isSaved();
  }
  return form;
}

/** Writing the application, from the first answer to the consent. Written on the narrow screen, section by section. */
export const FORM_STEPS: readonly TourStep[] = [
  {
    id: 'form',
    title: 'The form',
    label: 'ফরম',
    caption:
      'A phone shows one section at a time; the PC shows the whole form with its sections and what it comes to. Every answer is on the device before the word “saved” appears.',
    go: async (stage) => {
      const { page } = await stage.counter();
      const form = await new ServicesPage(page).begin();
      await page.setViewportSize(PHONE);
      await write(page, 'নিবন্ধন কার্যালয়');
      await form.next.click();
      await write(page, 'যাঁর নিবন্ধন হবে');
      return page;
    },
    look: heading('person'),
  },
  {
    id: 'address-search',
    title: 'Finding a place',
    label: 'ঠিকানা খোঁজা',
    caption: 'Union, upazila or district, in either script and without a line. Step by step works too.',
    go: async (stage) => {
      const { page } = await stage.counter();
      await new ApplicationForm(page).next.click();
      await heading('birthplace')(page).waitFor();
      return page;
    },
    pose: async (page) => {
      await page.locator('main input[role=combobox]').first().fill('khanpur');
      await page.locator('main li[role=option]').first().waitFor();
    },
    unpose: (page) => page.locator('main input[role=combobox]').first().fill(''),
    look: heading('birthplace'),
  },
  {
    id: 'errors',
    title: 'When something is missing',
    label: 'কিছু বাকি থাকলে',
    caption:
      'First what is wrong and that the work is safe, each line a way to its field. A person may also go on and mend it later.',
    go: async (stage) => {
      const { page } = await stage.counter();
      const form = await write(page, 'জন্মস্থান');
      await form.next.click();
      await write(page, 'পিতা-মাতা');
      await form.next.click();
      await write(page, 'ঠিকানা');
      await form.next.click();
      const section = form.section('আবেদনকারী');
      await section.select('যাঁর জন্য আবেদন, আবেদনকারী তাঁর কে হন', 'পিতা');
      await section.text('আবেদনকারীর মোবাইল নম্বর', '০১৭১২৩');
      await form.isSaved();
      return page;
    },
    pose: async (page) => {
      const goOn = either('পরের ধাপ|মিলিয়ে দেখা', 'Next|Review');
      await page.getByRole('main').getByRole('button', { name: goOn }).last().click();
    },
  },
  {
    id: 'papers',
    title: 'Papers',
    label: 'সঙ্গে দেওয়ার কাগজ',
    caption:
      'Which papers this application needs follows from its answers. Pictures are made small and encrypted on the device at once.',
    go: async (stage) => {
      const { page } = await stage.counter();
      const form = await write(page, 'আবেদনকারী');
      await form.next.click();
      await write(page, 'কাগজপত্র');
      await form.next.click();
      await write(page, 'ঘোষণা');
      await form.next.click();
      await write(page, 'সঙ্গে দেওয়ার কাগজ');
      return page;
    },
    look: (page) => page.locator('main h2[id^="step-"]').last(),
  },
  {
    id: 'review',
    title: 'Reading back',
    label: 'মিলিয়ে দেখা',
    caption:
      'Everything is read to the citizen; large letters for the person across the counter are one tap away.',
    go: async (stage) => {
      const { page } = await stage.counter();
      await new ApplicationForm(page).goToReview();
      await page.setViewportSize(PC);
      return page;
    },
  },
  {
    id: 'consent',
    title: 'Consent',
    label: 'সম্মতি',
    caption:
      'Why, who sees it, how long, and how to take it back: read out, then recorded with how it was given.',
    go: async (stage) => {
      const { page } = await stage.counter();
      const review = new ReviewPage(page);
      await review.consentOfCitizenAtCounter('১৮ বছরের কম বয়সীর জন্য, অভিভাবক হিসেবে');
      return page;
    },
    look: (page) => page.getByRole('heading', { level: 2, name: either('সম্মতি', 'Consent') }),
  },
  {
    id: 'money',
    title: 'Money',
    label: 'টাকা',
    caption:
      'The government fee follows from the answers. It and the counter’s own charge are two things and stay two.',
    go: async (stage) => {
      const { page } = await stage.counter();
      await new ReviewPage(page).chargeTaken('৫০');
      await new ApplicationForm(page).isSaved();
      return page;
    },
    look: (page) => page.getByRole('heading', { level: 2, name: either('টাকা', 'Money') }),
  },
];
