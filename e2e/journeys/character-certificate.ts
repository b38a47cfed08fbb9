import type { Section } from '../pages/application-form';
import { photo, scan } from './paper';
import { KHANPUR } from './places';

/** A certificate for a job, for an invented young man. */
export async function characterCertificate(name: string): Promise<readonly Section[]> {
  const face = await photo('face.jpg', '#8d6e63');
  const nid = await scan('nid.png', '#cfe8cf');
  return [
    {
      title: 'সনদ',
      write: async (section) => {
        await section.radio('কোন সনদ চান', 'চারিত্রিক সনদ');
        await section.radio('সনদ কোন ভাষায় চান', 'বাংলা');
        await section.text('কী কাজে লাগবে', 'চাকরির আবেদন');
      },
    },
    {
      title: 'ব্যক্তি',
      write: async (section) => {
        await section.text('নাম (বাংলা)', name);
        await section.text('পিতার নাম', 'আব্দুল মজিদ');
        await section.text('মাতার নাম', 'সখিনা বেগম');
        await section.select('বৈবাহিক অবস্থা', 'অবিবাহিত');
        await section.select('লিঙ্গ', 'পুরুষ');
        await section.date('জন্ম তারিখ', '1999-03-26');
        await section.text('এনআইডি নম্বর', '৫৫২৪৪৬৮৯১৩');
        await section.text('মোবাইল নম্বর', '01812345670');
        await section.attach('ছবি', face);
      },
    },
    {
      title: 'ঠিকানা',
      write: async (section) => {
        await section.radio('কীভাবে বসবাস করেন', 'স্থায়ী বাসিন্দা');
        await section.address('বর্তমান ঠিকানা', KHANPUR);
        await section.address('স্থায়ী ঠিকানা', KHANPUR);
      },
    },
    {
      title: 'ঘোষণা',
      write: async (section) => {
        await section.tick('আমি ঘোষণা করছি');
        await section.sign('আবেদনকারীর স্বাক্ষর বা টিপসই');
      },
    },
    {
      title: 'সঙ্গে দেওয়ার কাগজ',
      write: (section) => section.attach('এনআইডি বা জন্ম নিবন্ধন সনদ', nid),
    },
  ];
}
