import { expect } from '@playwright/test';
import { DeskPage } from '../../e2e/pages/desk-page';
import { SignInPage } from '../../e2e/pages/sign-in-page';
import type { Stage } from './stage';
import { either, type TourStep } from './step';

const REASON = 'টিকা কার্ডের ছবিটি স্পষ্ট নয়; আবার তুলে পাঠান।';
const office = (stage: Stage) => stage.device('office', 'counter');

/** The department: the list, a case, a decision. */
export const OFFICE_STEPS: readonly TourStep[] = [
  {
    id: 'desk',
    title: 'The officer’s list',
    label: 'দপ্তরের টেবিল',
    caption: 'What waits for a decision, oldest first. Names are masked until a case is opened.',
    go: async (stage) => {
      const device = await office(stage);
      await device.open('/sign-in');
      await new SignInPage(device.page).signIn('officer');
      await device.page.waitForURL('**/desk');
      await expect(device.page.getByText(stage.slip('birth').code)).toBeVisible();
      await expect(device.page.getByRole('table')).toContainText('জন্ম নিবন্ধন');
      return device.page;
    },
  },
  {
    id: 'case',
    title: 'A case',
    label: 'একটি আবেদন',
    caption:
      'The answers as the citizen gave them, with the form of that day, its papers and what has happened so far.',
    go: async (stage) => {
      const { page } = await office(stage);
      await new DeskPage(page).open(stage.slip('birth').code);
      return page;
    },
  },
  {
    id: 'case-paper',
    title: 'A paper of the case',
    label: 'আবেদনের কাগজ',
    caption: 'Papers open beside the answers, each only when the officer asks for it.',
    go: async (stage) => {
      const { page } = await office(stage);
      await new DeskPage(page).lookAtPaper('পাসপোর্ট আকারের ছবি');
      return page;
    },
    look: (page) => page.getByRole('heading', { level: 2, name: either('কাগজপত্র', 'Papers') }),
  },
  {
    id: 'decision',
    title: 'The decision',
    label: 'সিদ্ধান্ত',
    caption: 'Accept, return or reject; the last two need a reason the citizen will read.',
    go: async (stage) => {
      const { page } = await office(stage);
      await new DeskPage(page).reason(REASON);
      return page;
    },
    pose: async (page) => {
      const name = either('সংশোধনের জন্য ফেরত দিন', 'Return for correction');
      await page.getByRole('main').getByRole('button', { name }).first().click();
      await page.getByRole('dialog').waitFor();
    },
    unpose: (page) => page.keyboard.press('Escape'),
    look: (page) =>
      page.getByRole('heading', { level: 2, name: either('সিদ্ধান্ত দিন', 'Decide'), includeHidden: true }),
  },
];
