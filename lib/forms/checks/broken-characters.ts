const IN_A_LINE = /[\p{Cc}\p{Cs}]/u;
const IN_LINES = /[^\P{Cc}\n\r\t]|\p{Cs}/u;

/** Control characters and halves of a surrogate pair: never typed, and not every database can store them. */
export function hasBrokenCharacters(text: string, linesAllowed = false): boolean {
  return (linesAllowed ? IN_LINES : IN_A_LINE).test(text);
}
