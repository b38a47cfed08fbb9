import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OptionSets, ServiceDefinition } from '../../lib/forms/definition';
import type { KeyFile } from '../../lib/server/keys/key-file';

/** The work of a device of some day, as it lay in the browser, and the server keys it was sealed to. */
export interface OldWork {
  /** Version of the work database as Dexie counts, and the build that wrote it. */
  readonly databaseVersion: number;
  readonly build: string;
  readonly writtenAt: string;
  readonly serverKeys: KeyFile;
  readonly services: readonly ServiceDefinition[];
  readonly optionSets: OptionSets;
  /** Tables with their Dexie schema of that day, and all rows as `row-text.ts` packs them. */
  readonly tables: Readonly<Record<string, { readonly schema: string; readonly rows: readonly unknown[] }>>;
  readonly expected: {
    /** Answers of the open drafts, by id. */
    readonly drafts: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    /** Applications that must reach the server. */
    readonly sends: readonly string[];
    /** Applications that it has already. */
    readonly received: readonly string[];
    readonly needsAttention: readonly string[];
  };
}

const folder = join(import.meta.dirname, 'fixtures');

/** Every fixture that is kept, by file name. None is ever removed or changed: phones with that work are still out there. */
export function oldWorks(): readonly (readonly [string, OldWork])[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  return names.map(
    (name) => [name, JSON.parse(readFileSync(join(folder, name), 'utf8')) as OldWork] as const,
  );
}
