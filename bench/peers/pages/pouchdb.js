import PouchDB from 'pouchdb-browser';
import { gzip } from './gzip.js';

let local;
let remote;
let tuned = false;

async function packing(url, options = {}) {
  if (typeof options.body !== 'string' || options.body.length < 400) return PouchDB.fetch(url, options);
  const headers = new Headers(options.headers);
  headers.set('content-encoding', 'gzip');
  return PouchDB.fetch(url, { ...options, headers, body: await gzip(options.body) });
}

globalThis.peer = {
  /** The database on the server is made, and both know each other, before the line is bad. */
  async open(config) {
    tuned = config.tuned;
    local = new PouchDB('work');
    remote = new PouchDB(`${location.origin}/db/${config.run}`, tuned ? { fetch: packing } : {});
    await Promise.all([local.info(), remote.info()]);
  },
  save: (items) => local.bulkDocs(items.map(({ id, ...rest }) => ({ _id: id, ...rest }))),
  /** Live with retry, as the guide says; at rest without an error is the end, with its checkpoint written. */
  send: () =>
    new Promise((resolve, reject) => {
      const options = { live: true, retry: true, ...(tuned && { batch_size: 500 }) };
      const replication = local.replicate.to(remote, options);
      replication.on('paused', (error) => {
        if (!error) resolve();
      });
      replication.on('denied', reject);
      replication.on('error', reject);
    }),
};
