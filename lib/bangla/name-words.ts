import { normaliseLine } from './normalise';

/** One word of a name as it is compared. */
export interface NameWord {
  readonly text: string;
  /** A letter or two that stand for a longer word: আঃ, A., Ch. */
  readonly isShort: boolean;
}

/** Written by one and left out by the next; the name is the same without them. */
const TITLES = new Set(
  (
    'md mohd mohammad mohammed muhammad mohamad mohamed muhammed mohammod mohammood mst most msst mosa mosammat mosammad mossammat ' +
    'mosammot mossamat musammat mr mrs ms miss dr doctor engr engineer adv advocate prof professor late alhaj alhaz haji hazi hajee haj ' +
    'moulvi moulavi maulana mawlana moulana hafez hafiz hafej sree shree sri shri shrimati srimati sreemati smt kumari kabiraj ' +
    'মোঃ মো মোহাম্মদ মোহাম্মাদ মুহাম্মদ মুহাম্মাদ মহম্মদ মোহাঃ মুহাঃ মু মুঃ মোছাঃ মোছা মোসাঃ মোসা মোছাম্মৎ মোসাম্মৎ মোছাম্মাৎ মোসাম্মাৎ মোছাম্মত মোসাম্মত ' +
    'মুসাম্মৎ মিঃ মিসেস মিস জনাব বেগমজাদী ডাঃ ডা ডঃ ড ইঞ্জিঃ প্রকৌশলী এডঃ অ্যাডঃ এডভোকেট অ্যাডভোকেট অধ্যাপক মৃত মরহুম মরহুমা আলহাজ আলহাজ্ব হাজী হাজি ' +
    'মৌলভী মাওলানা মৌলানা হাফেজ হাফিজ শ্রী শ্রীঃ শ্রীমতী শ্রীমতি কুমারী কবিরাজ'
  )
    .split(' ')
    .map((title) => title.normalize('NFC')),
);

/** Endings that change with the next word (Abdul Karim, Abdur Rahman, Abdus Salam), and spellings the ear cannot join. */
const SAME = (
  [
    [/^(abd)(?:ul|ur|us|uz|ush|un|ool|al|el|oul|ud)$/, '$1'],
    [/^(আব্?দ)(?:ু|ূ)(?:ল|র|স|শ|জ|ন|দ)$/, '$1'],
    [/^আঃ$/, 'আব্দ'],
    [/^খাঁ$/, 'খান'],
    [/^লক্ষ[িী]$/, 'লক্ষ্মী'],
    [/^মি(?:ঞ|ঞা|ঞাঁ|য়াঁ)$/, 'মিয়া'],
    [/^bandyopadhyaya?$/, 'banerjee'],
    [/^বন্দ্যোপাধ্যায়$/, 'ব্যানার্জী'],
    [/^(?:mukhopadhyaya?)$/, 'mukherjee'],
    [/^মুখোপাধ্যায়$/, 'মুখার্জী'],
    [/^(?:chattopadhyaya?)$/, 'chatterjee'],
    [/^চট্টোপাধ্যায়$/, 'চ্যাটার্জী'],
    [/^bhattacharya?$/, 'bhattacharjee'],
    [/^ভট্টাচার্(?:য|য্য|য্য্য)$/, 'ভট্টাচার্জী'],
  ] as const
).map(([spelling, same]) => [new RegExp(spelling.source.normalize('NFC')), same.normalize('NFC')] as const);

/** The words of a name, titles left out, one spelling for the endings that change. Empty when nothing but titles stands there. */
export function nameWords(name: string): readonly NameWord[] {
  return normaliseLine(name)
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[:：]/g, 'ঃ')
    .split(/[^\p{L}\p{M}\u200C\u200D]+/u)
    .filter((word) => word !== '' && !TITLES.has(word) && !TITLES.has(word.replace(/ঃ$/, '')))
    .map((word) => ({ text: sameSpelling(word), isShort: isShort(word) }));
}

function sameSpelling(word: string): string {
  const found = SAME.find(([spelling]) => spelling.test(word));
  return found ? word.replace(found[0], found[1]) : word;
}

function isShort(word: string): boolean {
  return word.endsWith('ঃ') || /^[a-z]{1,2}$/.test(word) || [...word.replace(/\p{M}/gu, '')].length === 1;
}
