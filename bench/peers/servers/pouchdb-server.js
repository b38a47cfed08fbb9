/*
 * express-pouchdb on LevelDB, as pouchdb-server sets it up, without its logs and daemons.
 * Arguments: folder for the databases, folder of the pages. Says its port on the first line.
 */
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { sep } from 'node:path';
import { pageFile } from './page-file.js';

const require = createRequire(import.meta.url);
const express = require('express');
const expressPouchdb = require('express-pouchdb');
const PouchDB = require('pouchdb');

const [folder, pages] = process.argv.slice(2);
process.chdir(folder);
const app = express();
app.use(
  '/db',
  expressPouchdb(PouchDB.defaults({ prefix: `${folder}${sep}` }), {
    mode: 'minimumForPouchDB',
    inMemoryConfig: true,
  }),
);
app.use((request, answer) => {
  const { status, type, body } = pageFile(pages, request.url);
  answer.status(status).set('content-type', type).send(body);
});
const server = createServer(app);
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.once('SIGTERM', () => process.exit(0));
