import { ADDRESS_KEYS, isFileType } from './answer-shape';
import type { Field, OptionSets, ServiceDefinition } from './definition';
import { isAsked } from './normalise-answer';
import { isMultiple, isTick, optionsOf } from './options';
import { groupKeyOf, rowGroupsOf } from './row-groups';

/** Bytes of UTF-8 the dictionary has at most. */
export const DICTIONARY_BYTES = 8192;

/** An option set longer than this (countries) costs more than it saves. */
const MOST_OPTIONS = 40;

/** The commonest parts of names and of addresses below the union. */
const NAME_WORDS =
  'গ্রাম ইউনিয়ন সড়ক রোড বাজার পাড়া চর পূর্ব পশ্চিম উত্তর দক্ষিণ নগর গঞ্জ পুর বাড়ি হাট ' +
  'শেখ সরকার মণ্ডল তালুকদার চৌধুরী ভূঁইয়া হাওলাদার মোল্লা কাজী সৈয়দ দাস রায় সরদার প্রামাণিক চন্দ্র কুমার রানী দেবী বিশ্বাস ' +
  'আব্দুল আব্দুর আবুল মোহাম্মদ রফিকুল শফিকুল জাহাঙ্গীর মিজানুর হাবিবুর নজরুল সাইফুল মাহমুদ হাসান কামাল জামাল করিম রহিম ' +
  'রহিমা ফাতেমা আমেনা নাসরিন শাহানা জাহান নাহার পারভীন সুলতানা ইয়াসমিন রোকেয়া সালমা ' +
  'আহমেদ খান হক মিয়া আলী উদ্দিন হোসেন রহমান ইসলাম বেগম আক্তার খাতুন মোছাঃ মোঃ ' +
  'CHANDRA KUMAR RANI DAS ROY SARKER SHEIKH KHAN HAQUE AHMED MIA ALI UDDIN HOSSAIN RAHMAN ISLAM BEGUM AKTER KHATUN ABDUL MOHAMMAD MST MD';

/** How the answer of a kind usually begins, as JSON. */
const BEGINNINGS: Partial<Record<Field['type'], string>> = {
  textBn: '"মোঃ "',
  textEn: '"MD "',
  nid: '"19"',
  brn: '"19"',
  phone: '"+8801"',
  date: '"19"',
  number: '"1"',
  money: '"0"',
};

/**
 * The preset dictionary of `deflate-dict-1` for one version of a service: text like the plaintext to come. It is part of the
 * protocol (version 1): both sides must make the same bytes, so nothing here may change for a published version.
 *
 * Put together in this order, the likeliest last, since deflate pays less for near matches:
 * 1. NAME_WORDS, then one line feed;
 * 2. for every field in order that has at most 40 options: each option value in JSON quotes, a comma after each; a value
 *    already written is left out; then one line feed;
 * 3. a plaintext as JSON.stringify writes it, in which `answers` holds every field in order, row groups standing where
 *    their first field stands, with one row. Values: the beginning of the kind (BEGINNINGS); a choice its default, else its first
 *    option, in a list when several may be chosen; a box `true`; an address the parts it asks for in the order of ADDRESS_KEYS, each "";
 *    a file {"attachmentIds":[""]}, in a row ""; anything else "".
 * In NFC. If that is longer than 8192 bytes of UTF-8, the longest end of it that fits and begins with a whole character.
 */
export function compressionDictionary(definition: ServiceDefinition, optionSets: OptionSets): string {
  const values = definition.fields.flatMap((field) => {
    const options = optionsOf(field, optionSets);
    return options.length <= MOST_OPTIONS ? options.map(({ value }) => JSON.stringify(value)) : [];
  });
  const optionLine = [...new Set(values)].map((value) => `${value},`).join('');
  return lastBytes(
    `${NAME_WORDS}\n${optionLine}\n${samplePlaintext(definition, optionSets)}`.normalize('NFC'),
  );
}

function samplePlaintext(definition: ServiceDefinition, optionSets: OptionSets): string {
  const groups = new Map(rowGroupsOf(definition).map((group) => [group.key, group]));
  const answers = definition.fields.flatMap((field) => {
    const key = groupKeyOf(field);
    const group = key === null ? undefined : groups.get(key);
    if (group) {
      groups.delete(group.key);
      const cells = group.fields.map(
        (cell) => `${JSON.stringify(cell.id)}:${sampleAnswer(cell, optionSets, true)}`,
      );
      const chosen = group.per === undefined ? [] : [`${JSON.stringify(group.per)}:""`];
      return [`${JSON.stringify(group.key)}:[{${[...chosen, ...cells].join(',')}}]`];
    }
    return key === null ? [`${JSON.stringify(field.id)}:${sampleAnswer(field, optionSets, false)}`] : [];
  });
  return (
    `{"v":1,"lang":"bn","check":"","answers":{${answers.join(',')}},` +
    '"consent":{"textVersion":"1","lang":"bn","given":"tick","forWhom":"self","at":"202"},' +
    '"fee":{"governmentBdt":0,"chargeBdt":50,"taken":true},' +
    '"author":{"kind":"operator","userId":"","name":""},"fileKeys":{"":""}}'
  );
}

function sampleAnswer(field: Field, optionSets: OptionSets, inRow: boolean): string {
  if (isTick(field)) return 'true';
  if (field.type === 'address') {
    return `{${ADDRESS_KEYS.filter((key) => isAsked(field, key))
      .map((key) => `"${key}":""`)
      .join(',')}}`;
  }
  if (isFileType(field.type)) return inRow ? '""' : '{"attachmentIds":[""]}';
  const beginning = BEGINNINGS[field.type];
  if (beginning) return beginning;
  const choice = JSON.stringify(field.default ?? optionsOf(field, optionSets)[0]?.value ?? '');
  return isMultiple(field) ? `[${choice}]` : choice;
}

function lastBytes(text: string): string {
  const characters = [...text];
  let bytes = 0;
  let start = characters.length;
  while (start > 0) {
    const code = characters[start - 1]?.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes > DICTIONARY_BYTES) break;
    start -= 1;
  }
  return characters.slice(start).join('');
}
