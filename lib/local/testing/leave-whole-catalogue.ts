import type { OptionSets, ServiceDefinition } from '../../forms/definition';
import type { DatabaseGate } from '../database-gate';
import type { ReferenceDatabase } from '../reference-database';

/** Writes what versions 0.3 and older kept of the catalogue: one record, and every form without a name for its content. */
export function leaveWholeCatalogue(
  gate: DatabaseGate<ReferenceDatabase>,
  { optionSets, services }: { optionSets: OptionSets; services: readonly ServiceDefinition[] },
): Promise<void> {
  const { db } = gate;
  return gate.write([db.records, db.services], async () => {
    await db.services.bulkPut(
      services.map((definition) => ({ v: 1, id: definition.id, definition }) as const),
    );
    await db.records.put({ v: 1, key: 'catalogue', version: 1, etag: '"c1.0-0"', agencies: [], optionSets });
  });
}
