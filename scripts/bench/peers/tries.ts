import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from './one-try';
import { PEER_NAMES, type PeerName } from './peer';

export interface Cell {
  readonly peer: PeerName;
  /** Name of a link. */
  readonly link: string;
  readonly n: number;
}

/** One line of the raw results. `bytes`: JSON of all its documents. */
export interface Try extends Cell, Outcome {
  readonly bytes: number;
  readonly capSeconds: number;
  readonly at: string;
  readonly on: string;
}

export const isOf = (one: Try, { peer, link, n }: Cell): boolean =>
  one.peer === peer && one.link === link && one.n === n;

/** Raw results, one file a peer, one line a try, written as they come: a run that was stopped goes on where it was. */
export class Tries {
  readonly #folder: string;
  #all: Try[];

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
    this.#all = PEER_NAMES.flatMap((peer) => readTries(this.#path(peer)));
  }

  get all(): readonly Try[] {
    return this.#all;
  }

  of(cell: Cell): readonly Try[] {
    return this.#all.filter((one) => isOf(one, cell));
  }

  add(one: Try): void {
    this.#all.push(one);
    appendFileSync(this.#path(one.peer), `${JSON.stringify(one)}\n`);
  }

  /** Takes the tries of these cells away, to measure them anew. */
  forget(cells: readonly Cell[]): void {
    this.#all = this.#all.filter((one) => !cells.some((cell) => isOf(one, cell)));
    for (const peer of new Set(cells.map((cell) => cell.peer))) {
      const kept = this.#all.filter((one) => one.peer === peer);
      writeFileSync(this.#path(peer), kept.map((one) => `${JSON.stringify(one)}\n`).join(''));
    }
  }

  #path(peer: PeerName): string {
    return join(this.#folder, `${peer}.jsonl`);
  }
}

/** A last line that was cut off with its run counts for nothing, and is ended so that the next stands by itself. */
function readTries(path: string): Try[] {
  if (!existsSync(path)) return [];
  const text = readFileSync(path, 'utf8');
  if (text !== '' && !text.endsWith('\n')) appendFileSync(path, '\n');
  return text.split('\n').flatMap((line) => {
    try {
      return [JSON.parse(line) as Try];
    } catch {
      return [];
    }
  });
}
