import type { Plaintext } from '../../contract/wire';

const NAMES_BN =
  'মোছাঃ রহিমা খাতুন|মোঃ জাহাঙ্গীর আলম|সুমাইয়া আক্তার মিম|আব্দুল কুদ্দুস হাওলাদার|শ্যামলী রানী বিশ্বাস|মোঃ তানভীর হাসান|নুসরাত জাহান|গোলাম মোস্তফা প্রামাণিক|তাসলিমা বেগম|অনিক চন্দ্র দাস|মোঃ ফজলুল করিম|জান্নাতুল ফেরদৌস'.split(
    '|',
  );
const NAMES_EN =
  'MST ROHIMA KHATUN|MD JAHANGIR ALAM|SUMAIYA AKTER MIM|ABDUL KUDDUS HAWLADER|SHYAMOLI RANI BISWAS|MD TANVIR HASAN|NUSRAT JAHAN|GOLAM MOSTAFA PRAMANIK|TASLIMA BEGUM|ANIK CHANDRA DAS|MD FAZLUL KARIM|JANNATUL FERDOUS'.split(
    '|',
  );
const VILLAGES =
  'চর কাউয়া|দক্ষিণ রাজাপুর|মধ্যপাড়া|উত্তর শ্রীপুর|বড় কমলাপুর|নতুন বাজার সংলগ্ন|কাশিমপুর|হরিণাকুণ্ডু|সোনাতলা|পূর্ব বেতাগী'.split('|');

/** Names and villages of which no word is among those the packing was shown (`lib/contract/packing/prime-*.ts`). */
export const RARE_NAMES_BN =
  'ওবায়দুল এখলাছ|তৌহিদ আফ্রিদি|নাফিসা তাবাসসুম|জুবায়ের ওমর|রিজওয়ানা চাঁদনী|বখতিয়ার উদ্দীন|কুলদীপ নন্দী|ছকিনা খাতুনে|আছিয়া ওয়াদুদ|ঝর্ণা কর্মকার|পলাশ মাহাতো|হুমায়রা তাসনিম'.split(
    '|',
  );
export const RARE_NAMES_EN =
  'OBAIDUL EKHLAS|TOUHID AFRIDI|NAFISA TABASSUM|JUBAYER OMAR|RIZWANA CHADNI|BOKHTIAR UDDEEN|KULDIP NANDI|SAKINA KHATUNE|ACHIA WADUD|JHORNA KARMAKER|POLASH MAHATO|HUMAYRA TASNIM'.split(
    '|',
  );
export const RARE_VILLAGES =
  'ডুমুরদিয়া|লেবুখালী|বাগডাঙ্গা|ধুলাসার|ভাটিয়ারী|ঘোড়াঘাট|পাঁচগাছিয়া|ঝাউতলা গলি|ইলিশা ফেরিঘাট|কুঞ্জেরহাট'.split('|');

/** Repeatable chance for the n-th application. */
function chanceOf(n: number): (below: number) => number {
  let state = (n + 1) * 2654435761;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/**
 * The n-th invented birth registration, every field but the files filled in, with a whole name of parts drawn anew:
 * what a long ordinary application weighs.
 */
export function birthRegistration(n: number): Plaintext {
  return registration(n, NAMES_BN, NAMES_EN, VILLAGES);
}

/** The same with rare names and villages. */
export function rareBirthRegistration(n: number): Plaintext {
  return registration(n, RARE_NAMES_BN, RARE_NAMES_EN, RARE_VILLAGES);
}

function registration(
  n: number,
  namesBn: readonly string[],
  namesEn: readonly string[],
  villages: readonly string[],
): Plaintext {
  const below = chanceOf(n);
  const pick = (words: readonly string[]) => words[below(words.length)] ?? '';
  const digits = (count: number) => Array.from({ length: count }, () => below(10)).join('');
  const two = (from: number, count: number) => String(from + below(count)).padStart(2, '0');
  const name = (words: readonly string[]) =>
    `${pick(words).split(' ')[0] ?? ''} ${pick(words).split(' ').at(-1) ?? ''}`;
  const address = () => ({
    division: String(1 + below(8)),
    district: String(1 + below(64)),
    upazila: String(1 + below(495)),
    union: String(1 + below(4614)),
    ward: String(1 + below(9)),
    village: `${pick(villages)}`,
    holdingNo: digits(3),
    road: `${pick(villages)} সড়ক`,
  });
  return {
    v: 1,
    lang: 'bn',
    check: digits(6),
    answers: {
      office_basis: pick(['birthplace', 'permanent', 'present']),
      name_first_bn: pick(namesBn).split(' ')[0] ?? '',
      name_last_bn: name(namesBn),
      name_first_en: pick(namesEn).split(' ')[0] ?? '',
      name_last_en: name(namesEn),
      dob: `20${two(10, 16)}-${two(1, 12)}-${two(1, 28)}`,
      sex: pick(['male', 'female']),
      child_order: String(1 + below(5)),
      is_disabled: below(10) === 0,
      birthplace: address(),
      birthplace_kind: 'hospital',
      hospital_name: `${pick(villages)} উপজেলা স্বাস্থ্য কমপ্লেক্স`,
      father_name_bn: name(namesBn),
      father_name_en: name(namesEn),
      father_brn: `19${digits(15)}`,
      father_nid: digits(10),
      father_nationality: 'BD',
      mother_name_bn: name(namesBn),
      mother_name_en: name(namesEn),
      mother_brn: `19${digits(15)}`,
      mother_nid: digits(10),
      mother_nationality: 'BD',
      permanent_same_as_birthplace: false,
      permanent_address: address(),
      present_same_as_permanent: true,
      applicant_relation: 'father',
      applicant_name_bn: name(namesBn),
      applicant_nid: digits(10),
      applicant_brn: `19${digits(15)}`,
      applicant_phone: `+88017${digits(8)}`,
      declaration: true,
    },
    consent: {
      textVersion: '2026-1',
      lang: 'bn',
      given: 'tick',
      forWhom: 'child',
      at: `2026-11-22T${two(4, 6)}:${two(0, 60)}:${two(0, 60)}.${digits(3)}Z`,
    },
    fee: { governmentBdt: 25, chargeBdt: 50, taken: true },
    author: { kind: 'operator', userId: 'u7Kq2mZx9PfR4sTb', name: 'শিউলি বেগম' },
    fileKeys: {},
  };
}
