// \s*: people also leave a space before the colon. Not after another Bangla letter, so that a label such as "নমো:" is left alone.
const COLON_TITLE = /(^|[^\p{L}\p{M}])(মো|মোছা|মোসা|মু|মুহা|মোহা|ডা)\s*[:：](?=\s|\p{L}|$)/gu;

/**
 * The name with `মো:` written as `মোঃ` (also মোছা:, মোসা:, মু:, মুহা:, মোহা:, ডা:), or null when there is nothing
 * to change. To be offered, never forced: a name stays as its owner writes it.
 */
export function suggestVisarga(name: string): string | null {
  const suggestion = name.replace(COLON_TITLE, '$1$2ঃ');
  return suggestion === name ? null : suggestion;
}
