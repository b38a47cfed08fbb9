const started = Date.now();

/** One line of progress in plain words, with the seconds since the command began. */
export function say(words) {
  const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(5);
  process.stdout.write(`${seconds} s  ${words}\n`);
}

/** Several lines without the clock: addresses, accounts, reasons. */
export function show(lines) {
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** A reason a person can act on. Ends the command with code 1 and without a stack. */
export class StopError extends Error {
  name = 'StopError';
}
