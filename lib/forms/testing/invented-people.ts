/** Nobody in particular: names of every shape that real names have. */
export const BANGLA_NAMES: readonly string[] = [
  'মোঃ রহিম উদ্দিন',
  'মোছাঃ আমেনা খাতুন',
  'এ.বি.এম মোস্তফা কামাল',
  'সুমিত্রা রানী দাস',
  'নূরজাহান',
  'আব্দুল করিম (বাবুল)',
  'উ-মং মারমা',
  'ফাতেমা-তুজ-জোহরা',
  'হাসান',
  'গীতা রায়',
  'ঢাকেশ্বরী বড়ুয়া',
  'র‍্যাচেল গমেজ',
].map((name) => name.normalize('NFC'));

export const ENGLISH_NAMES: readonly string[] = [
  'Md. Rahim Uddin',
  'Amena Khatun',
  'A.B.M. Mostofa Kamal',
  'Sumitra Rani Das',
  'Nurjahan',
  'A',
  "D'Costa Rozario",
  'Fatema-Tuz-Zohra',
  'U-Mong Marma',
];

export const SENTENCES: readonly string[] = [
  'চর কাশিমপুর বাজারের পাশে',
  'ব্যাগটি বাসে ফেলে এসেছি',
  'গত মাসের ৩ তারিখ সকালে',
  'Lost near the bus stand',
  'নদীর ধারে তিন শতাংশ জমি',
].map((text) => text.normalize('NFC'));
