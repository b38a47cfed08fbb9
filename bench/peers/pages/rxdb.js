import { createRxDatabase } from 'rxdb';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { gzip } from './gzip.js';

let collection;
let replication;

globalThis.peer = {
  async open({ run, tuned, fields }) {
    const database = await createRxDatabase({ name: 'work', storage: getRxStorageDexie() });
    ({ items: collection } = await database.addCollections({
      items: {
        schema: {
          version: 0,
          primaryKey: 'id',
          type: 'object',
          properties: {
            ...Object.fromEntries(Object.entries(fields).map(([name, type]) => [name, { type }])),
            id: { type: 'string', maxLength: 36 },
          },
        },
      },
    }));
    replication = replicateRxCollection({
      collection,
      replicationIdentifier: 'bench',
      live: true,
      autoStart: false,
      // One tab: to elect a leader first would only cost it time.
      waitForLeadership: false,
      push: {
        ...(tuned && { batchSize: 500 }),
        async handler(rows) {
          const text = JSON.stringify(rows);
          const answer = await fetch(`/runs/${run}/push`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', ...(tuned && { 'content-encoding': 'gzip' }) },
            body: tuned ? await gzip(text) : text,
          });
          return answer.json();
        },
      },
    });
  },
  async save(items) {
    const { error } = await collection.bulkInsert(items);
    if (error.length > 0) throw new Error(JSON.stringify(error[0]));
  },
  async send() {
    await replication.start();
    await replication.awaitInSync();
  },
};
