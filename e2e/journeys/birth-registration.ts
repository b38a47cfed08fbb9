import type { Section } from '../pages/application-form';
import { photo, scan } from './paper';
import { KHANPUR } from './places';

/** A child of three weeks, registered by its father. Everybody is invented. */
export async function birthRegistration(): Promise<readonly Section[]> {
  const child = await photo('rafi.jpg', '#7a5230');
  const card = await scan('epi-card.png', '#f0e68c');
  const parents = await photo('parents.jpg', '#345');
  const bill = await scan('bill.png', '#dde');
  return [
    {
      title: 'নিবন্ধন কার্যালয়',
      write: (section) => section.radio('কোন ঠিকানার কার্যালয়ে আবেদন করবেন', 'স্থায়ী ঠিকানা'),
    },
    {
      title: 'যাঁর নিবন্ধন হবে',
      write: async (section) => {
        await section.text('নামের প্রথম অংশ (বাংলা)', 'রাফি');
        await section.text('নামের শেষ অংশ (বাংলা)', 'আহমেদ');
        await section.text('নামের প্রথম অংশ (ইংরেজি)', 'RAFI');
        await section.text('নামের শেষ অংশ (ইংরেজি)', 'AHMED');
        await section.date('জন্ম তারিখ', threeWeeksAgo());
        await section.select('লিঙ্গ', 'পুরুষ');
        await section.text('পিতা-মাতার কততম সন্তান', '২');
      },
    },
    {
      title: 'জন্মস্থান',
      write: async (section) => {
        await section.address('জন্মস্থানের ঠিকানা', KHANPUR);
        await section.select('কোথায় জন্ম', 'হাসপাতাল বা ক্লিনিক');
        await section.text('হাসপাতাল বা ক্লিনিকের নাম', 'শেরপুর উপজেলা স্বাস্থ্য কমপ্লেক্স');
      },
    },
    {
      title: 'পিতা-মাতা',
      write: async (section) => {
        await section.text('পিতার নাম (বাংলা)', 'মোঃ সাইফুল ইসলাম');
        await section.text('পিতার নাম (ইংরেজি)', 'MD SAIFUL ISLAM');
        await section.text('পিতার জন্ম নিবন্ধন নম্বর', '১৯৯১১০১৮৮৪৫০০১২৩৪');
        await section.text('মাতার নাম (বাংলা)', 'রহিমা খাতুন');
        await section.text('মাতার নাম (ইংরেজি)', 'RAHIMA KHATUN');
        await section.text('মাতার জন্ম নিবন্ধন নম্বর', '19951018845005678');
      },
    },
    {
      title: 'ঠিকানা',
      write: async (section) => {
        await section.tick('স্থায়ী ঠিকানা জন্মস্থানের মতোই');
        await section.tick('বর্তমান ঠিকানা স্থায়ী ঠিকানার মতোই');
      },
    },
    {
      title: 'আবেদনকারী',
      write: async (section) => {
        await section.select('যাঁর জন্য আবেদন, আবেদনকারী তাঁর কে হন', 'পিতা');
        await section.text('আবেদনকারীর নাম (বাংলা)', 'মোঃ সাইফুল ইসলাম');
        await section.text('আবেদনকারীর জন্ম নিবন্ধন নম্বর', '19911018845001234');
        await section.text('আবেদনকারীর মোবাইল নম্বর', '০১৭১২৩৪৫৬৭৮');
      },
    },
    { title: 'কাগজপত্র', write: (section) => section.attach('পাসপোর্ট আকারের ছবি', child) },
    {
      title: 'ঘোষণা',
      write: async (section) => {
        await section.tick('আমি ঘোষণা করছি');
        await section.sign('আবেদনকারীর স্বাক্ষর বা টিপসই');
      },
    },
    {
      title: 'সঙ্গে দেওয়ার কাগজ',
      write: async (section) => {
        await section.attach('টিকা (ইপিআই) কার্ড', card);
        await section.attach('পিতা-মাতার জন্ম নিবন্ধন সনদ', parents);
        await section.attach('হোল্ডিং ট্যাক্সের রশিদ', bill);
      },
    },
  ];
}

function threeWeeksAgo(): string {
  return new Date(Date.now() - 21 * 86_400_000).toISOString().slice(0, 10);
}
