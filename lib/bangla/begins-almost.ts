/** Whether the text begins like the key with one letter wrong, missing, too many, or two swapped. For keys that were folded. */
export function beginsAlmost(text: string, key: string): boolean {
  let at = 0;
  while (at < key.length && key[at] === text[at]) at += 1;
  if (at === key.length) return true;
  const wrong = text.startsWith(key.slice(at + 1), at + 1);
  const missing = text.startsWith(key.slice(at), at + 1);
  const tooMany = text.startsWith(key.slice(at + 1), at);
  const swapped =
    key[at] === text[at + 1] && key[at + 1] === text[at] && text.startsWith(key.slice(at + 2), at + 2);
  return wrong || missing || tooMany || swapped;
}
