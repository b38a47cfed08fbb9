/** Control characters and halves of a surrogate pair: never typed, and not every database can store them. */
export function hasBrokenCharacters(text: string, linesAllowed = false): boolean {
  const control = linesAllowed ? /[^\P{Cc}\n\r\t]/u : /\p{Cc}/u;
  return control.test(text) || /\p{Cs}/u.test(text);
}
