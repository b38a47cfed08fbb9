import type { Section } from '../pages/application-form';
import { photo } from './paper';
import { KHANPUR, SHERPUR } from './places';

/** A copy of a land record, for an invented farmer. */
export async function khatianCopy(): Promise<readonly Section[]> {
  const nid = await photo('nid-front.jpg', '#b0c4de');
  return [
    {
      title: 'খতিয়ানের তথ্য',
      write: async (section) => {
        await section.select('খতিয়ানের ধরন', 'আরএস');
        await section.address('জমির অবস্থান', SHERPUR);
        await section.text('মৌজার নাম', 'কয়েরখালী');
        await section.text('জেএল নম্বর', '১১৭');
        await section.text('খতিয়ান নম্বর', '452');
        await section.text('দাগ নম্বর', '1208');
      },
    },
    {
      title: 'কপি ও প্রাপ্তি',
      write: async (section) => {
        await section.radio('কপির ধরন', 'সার্টিফায়েড কপি');
        await section.radio('কপি কীভাবে নেবেন', 'অফিস থেকে হাতে');
      },
    },
    {
      title: 'আবেদনকারী',
      write: async (section) => {
        await section.text('আবেদনকারীর নাম (বাংলা)', 'হাসিনা বানু');
        await section.text('আবেদনকারীর এনআইডি নম্বর', '8213456790');
        await section.date('আবেদনকারীর জন্ম তারিখ', '1978-11-02');
        await section.text('মোবাইল নম্বর', '01912340987');
        await section.address('আবেদনকারীর ঠিকানা', KHANPUR);
      },
    },
    { title: 'ফি', write: (section) => section.select('ফি কীভাবে দেবেন', 'মোবাইল ব্যাংকিং') },
    {
      title: 'ঘোষণা',
      write: async (section) => {
        await section.tick('আমি ঘোষণা করছি');
        await section.sign('আবেদনকারীর স্বাক্ষর বা টিপসই');
      },
    },
    { title: 'সঙ্গে দেওয়ার কাগজ', write: (section) => section.attach('আবেদনকারীর এনআইডি', nid) },
  ];
}
