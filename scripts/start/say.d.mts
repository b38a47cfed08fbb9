export function say(words: string): void;
export function show(lines: readonly string[]): void;
export class StopError extends Error {}
