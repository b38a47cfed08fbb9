import { birthRegistration } from '../../e2e/journeys/birth-registration';
import type { Section } from '../../e2e/pages/application-form';
import { childPhoto, sheet } from './papers';

export const EPI_CARD = 'টিকা (ইপিআই) কার্ড';

/** The journeys' birth registration with papers that look like papers. */
export async function birthSections(): Promise<ReadonlyMap<string, Section['write']>> {
  const child = await childPhoto();
  const card = await sheet('epi-card.jpg', '#fff6bf', '#5b5326');
  const parents = await sheet('parents.jpg', '#e6f0ea', '#20513f');
  const bill = await sheet('bill.jpg', '#f3f3f7', '#3c3c55');
  const sections = new Map((await birthRegistration()).map(({ title, write }) => [title, write]));
  return sections
    .set('কাগজপত্র', (section) => section.attach('পাসপোর্ট আকারের ছবি', child))
    .set('সঙ্গে দেওয়ার কাগজ', async (section) => {
      await section.attach(EPI_CARD, card);
      await section.attach('পিতা-মাতার জন্ম নিবন্ধন সনদ', parents);
      await section.attach('হোল্ডিং ট্যাক্সের রশিদ', bill);
    });
}
