import type pg from 'pg';
import type { SyncReceipt } from '@/lib/contract/wire';
import { contentHash } from '@/lib/server/services/content-hash';

/** What the server said it took and what it said it refused: at the end its books have to say the same. */
export class Ledger {
  readonly #accepted = new Set<string>();
  readonly #refused = new Set<string>();

  note(items: readonly unknown[], receipts: readonly SyncReceipt[]): void {
    for (const [place, { id, outcome }] of receipts.entries()) {
      if (outcome === 'accepted') this.#accepted.add(id);
      if (outcome === 'refused') this.noteRefused(items[place]);
    }
  }

  noteRefused(item: unknown): void {
    this.#refused.add(contentHash(item));
  }

  get size(): { readonly accepted: number; readonly refused: number } {
    return { accepted: this.#accepted.size, refused: this.#refused.size };
  }

  /** Ids in one set and not in the other, both ways; empty lists when the books agree. */
  async differences(pool: pg.Pool): Promise<Readonly<Record<string, readonly string[]>>> {
    const submissions = await pool.query<{ id: string }>('SELECT id FROM submissions');
    const kept = await pool.query<{ envelope: string }>('SELECT envelope FROM quarantine');
    const stored = submissions.rows.map(({ id }) => id);
    const quarantined = kept.rows.map(({ envelope }) => contentHash(JSON.parse(envelope)));
    return {
      'answered as taken, not stored': without(this.#accepted, stored),
      'stored, never answered as taken': without(stored, this.#accepted),
      'stored twice': twice(stored),
      'refused, not in quarantine': without(this.#refused, quarantined),
      'in quarantine, never refused': without(quarantined, this.#refused),
      'in quarantine twice': twice(quarantined),
    };
  }
}

const without = (all: Iterable<string>, others: Iterable<string>): readonly string[] => {
  const known = new Set(others);
  return [...all].filter((one) => !known.has(one));
};

const twice = (all: readonly string[]): readonly string[] => all.filter((one, at) => all.indexOf(one) !== at);
