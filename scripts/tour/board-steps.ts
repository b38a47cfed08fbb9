import { expect } from '@playwright/test';
import { handInAtCounter } from '../../e2e/journeys/counter';
import { khatianCopy } from '../../e2e/journeys/khatian-copy';
import { BoardPage } from '../../e2e/pages/board-page';
import { ReviewPage } from '../../e2e/pages/review-page';
import { ServicesPage } from '../../e2e/pages/services-page';
import { SlipPage } from '../../e2e/pages/slip-page';
import type { TourStep } from './step';

/** From handing in without a line to the receipt. */
export const BOARD_STEPS: readonly TourStep[] = [
  {
    id: 'slip-provisional',
    title: 'The slip, before the line is back',
    label: 'সাময়িক রসিদ',
    caption:
      'The citizen leaves with a code, six digits and a QR. The slip says in words that the department does not have it yet.',
    go: async (stage) => {
      const { page } = await stage.counter();
      stage.slips.set('birth', await new ReviewPage(page).handIn());
      await new SlipPage(page).isProvisional();
      return page;
    },
  },
  {
    id: 'board-waiting',
    title: 'Today’s work, waiting for the line',
    label: 'আজকের কাজ — অপেক্ষায়',
    caption:
      'A second citizen has been served and a third has begun. What waits says why, and that it goes by itself.',
    go: async (stage) => {
      const { page } = await stage.counter();
      await new SlipPage(page).nextCitizen();
      await new ServicesPage(page).find('porcha', 'খতিয়ানের');
      const form = await new ServicesPage(page).begin();
      await form.write(await khatianCopy());
      await form.goToReview();
      stage.slips.set('khatian', await handInAtCounter(await stage.counter()));
      await new SlipPage(page).nextCitizen();
      await new ServicesPage(page).find('character certificate', 'নাগরিকত্ব ও চারিত্রিক সনদ');
      const third = await new ServicesPage(page).begin();
      await third.section('ব্যক্তি').text('নাম (বাংলা)', 'তানভীর হোসেন');
      await third.isSaved();
      return (await stage.counter()).open('/board');
    },
  },
  {
    id: 'board-received',
    title: 'The line is back',
    label: 'আজকের কাজ — পৌঁছেছে',
    caption:
      '“Received” with its time stands here only after the device has checked the signed receipt. The papers follow in small pieces.',
    go: async (stage) => {
      const { page } = await stage.counter();
      stage.line.restore();
      for (const name of ['birth', 'khatian']) {
        const row = new BoardPage(page).row(stage.slip(name).code);
        await expect(row).toContainText(/পৌঁছেছে .*[০-৯]+:[০-৯]{2}/, { timeout: 90_000 });
        await expect(row).toContainText('সব কাগজ পৌঁছেছে', { timeout: 60_000 });
      }
      return page;
    },
  },
  {
    id: 'slip-received',
    title: 'The slip, after the receipt',
    label: 'প্রাপ্তি রসিদ',
    caption: 'The same slip, printed again, now says since when the department has it.',
    go: async (stage) => {
      const { page } = await stage.counter();
      const row = new BoardPage(page).row(stage.slip('birth').code);
      await row.getByRole('link', { name: 'রসিদ' }).click();
      await expect(page.getByRole('article')).toContainText(stage.slip('birth').code);
      return page;
    },
  },
];
