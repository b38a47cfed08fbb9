import { expect } from '@playwright/test';
import { handInAtCounter } from '../../e2e/journeys/counter';
import { ApplicationForm } from '../../e2e/pages/application-form';
import { BoardPage } from '../../e2e/pages/board-page';
import { DeskPage } from '../../e2e/pages/desk-page';
import { TrackPage } from '../../e2e/pages/track-page';
import { EPI_CARD } from './birth-sections';
import { sheet } from './papers';
import type { TourStep } from './step';

/** The decision comes down, is mended, and the citizen asks. */
export const MENDING_STEPS: readonly TourStep[] = [
  {
    id: 'board-returned',
    title: 'The decision at the counter',
    label: 'দেখা দরকার',
    caption:
      'With the next contact the counter knows: what was returned stands first, with the officer’s words.',
    go: async (stage) => {
      const office = await stage.device('office', 'counter');
      await new DeskPage(office.page).decide('সংশোধনের জন্য ফেরত দিন');
      await new DeskPage(office.page).open(stage.slip('khatian').code);
      await new DeskPage(office.page).decide('মঞ্জুর করুন');
      const counter = await stage.counter();
      await counter.open('/board');
      await expect(new BoardPage(counter.page).row(stage.slip('khatian').code)).toContainText('মঞ্জুর', {
        timeout: 60_000,
      });
      await expect(new BoardPage(counter.page).group('দেখা দরকার').getByRole('listitem')).toHaveCount(1);
      return counter.page;
    },
  },
  {
    id: 'track-returned',
    title: 'The citizen asks',
    label: 'আবেদনের অবস্থা',
    caption:
      'Code and six digits from the slip are enough; no account. Bengali digits and small letters are understood.',
    go: async (stage) => {
      const phone = await stage.device('phone', 'phone');
      await phone.open('/track');
      await new TrackPage(phone.page).ask(stage.slip('birth'));
      await expect(new TrackPage(phone.page).steps.last()).toBeVisible();
      return phone.page;
    },
    look: (page) => page.locator('main ol').locator('..'),
  },
  {
    id: 'mending',
    title: 'Mending what was returned',
    label: 'ঠিক করে আবার পাঠানো',
    caption:
      'Answers and papers are still there. Only what was wrong is done again; the old slip leads to the new application.',
    go: async (stage) => {
      const { page } = await stage.counter();
      await new BoardPage(page).mend(stage.slip('birth').code);
      return page;
    },
  },
  {
    id: 'track-accepted',
    title: 'Accepted',
    label: 'মঞ্জুর হয়েছে',
    caption: 'The new picture of the card was enough. The citizen finds it with the first slip.',
    go: async (stage) => {
      const counter = await stage.counter();
      const board = new BoardPage(counter.page);
      const form = new ApplicationForm(counter.page);
      const papers = form.section('সঙ্গে দেওয়ার কাগজ');
      await papers.group(EPI_CARD).getByRole('button', { name: /সরান/ }).click();
      await papers.attach(EPI_CARD, await sheet('epi-card-2.jpg', '#fff3a0', '#3d3712'));
      await form.isSaved();
      await form.goToReview();
      const mended = await handInAtCounter(counter);
      await counter.open('/board');
      await expect(board.row(mended.code)).toContainText('সব কাগজ পৌঁছেছে', { timeout: 60_000 });
      const office = await stage.device('office', 'counter');
      await office.open('/desk');
      await new DeskPage(office.page).open(mended.code);
      await new DeskPage(office.page).decide('মঞ্জুর করুন');
      const phone = await stage.device('phone', 'phone');
      await new TrackPage(phone.page).ask(stage.slip('birth'));
      await expect(new TrackPage(phone.page).steps.last()).toContainText('মঞ্জুর হয়েছে');
      return phone.page;
    },
    look: (page) => page.locator('main ol').locator('..'),
  },
  {
    id: 'settings',
    title: 'Settings',
    label: 'আরও',
    caption: 'Language, who works here, how much room is left, and unsent work as a file for a pen-drive.',
    go: async (stage) => (await stage.counter()).open('/settings'),
  },
];
