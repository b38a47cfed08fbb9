/*
 * What a careful author without a database would write: every item is in an append-only file, on the disk (fsync), before it
 * is acknowledged, and an id that is there is not stored again. One file a run. Serves the pages of the peers as well.
 * Arguments: folder for the files, folder of the pages. Says its port on the first line.
 */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { gunzipSync } from 'node:zlib';
import busboy from 'busboy';
import { pageFile } from './page-file.js';

const [folder, pages] = process.argv.slice(2);
const runs = new Map();

function runOf(name) {
  const known = runs.get(name);
  if (known) return known;
  const made = { file: openSync(join(folder, `${name}.log`), 'a'), items: new Map() };
  runs.set(name, made);
  return made;
}

/** Stores what is not there yet; resolved means on the disk. */
function store(run, items) {
  const fresh = items.filter(({ id }) => !run.items.has(id));
  for (const item of fresh) run.items.set(item.id, item);
  if (fresh.length === 0) return;
  writeSync(run.file, fresh.map((item) => `${JSON.stringify(item)}\n`).join(''));
  fsyncSync(run.file);
}

async function bodyOf(request) {
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  const body = Buffer.concat(pieces);
  return request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
}

/** RxDB's push: answers with the documents that stand against what the device assumed. */
function push(run, rows) {
  const conflicts = rows.flatMap(({ newDocumentState, assumedMasterState }) => {
    const there = run.items.get(newDocumentState.id);
    const agrees = !there || isDeepStrictEqual(there, assumedMasterState ?? newDocumentState);
    return agrees ? [] : [there];
  });
  const against = new Set(conflicts.map(({ id }) => id));
  store(
    run,
    rows.map((row) => row.newDocumentState).filter(({ id }) => !against.has(id)),
  );
  return conflicts;
}

/** OpenRosa's form submission: the XML part is kept, its instanceID is the key. */
function submission(request) {
  return new Promise((resolve, reject) => {
    const parts = busboy({ headers: request.headers });
    let xml = '';
    parts.on('file', (_name, stream) => {
      stream.setEncoding('utf8');
      stream.on('data', (text) => {
        xml += text;
      });
    });
    parts.on('close', () => resolve(xml));
    parts.on('error', reject);
    request.on('aborted', () => reject(new Error('cut')));
    request.pipe(parts);
  });
}

const json = (answer, status, value) =>
  answer.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));

const ACTIONS = {
  async one(run, request, answer) {
    const item = JSON.parse(await bodyOf(request));
    store(run, [item]);
    json(answer, 201, { id: item.id });
  },
  async many(run, request, answer) {
    const items = JSON.parse(await bodyOf(request));
    store(run, items);
    json(answer, 200, { stored: items.length });
  },
  async push(run, request, answer) {
    json(answer, 200, push(run, JSON.parse(await bodyOf(request))));
  },
  async submission(run, request, answer) {
    const xml = await submission(request);
    const id = /<instanceID>uuid:([^<]+)</.exec(xml)?.[1];
    if (!id) return json(answer, 400, { error: 'no instanceID' });
    store(run, [{ id, xml }]);
    answer
      .writeHead(201, { 'content-type': 'text/xml', 'x-openrosa-version': '1.0' })
      .end(
        '<OpenRosaResponse xmlns="http://openrosa.org/http/response"><message>received</message></OpenRosaResponse>',
      );
  },
  /** Every id as often as the file holds it: read back from the disk. */
  held(run, _request, answer, name) {
    fsyncSync(run.file);
    const path = join(folder, `${name}.log`);
    const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : [];
    json(
      answer,
      200,
      lines.map((line) => JSON.parse(line).id),
    );
  },
};

const server = createServer(async (request, answer) => {
  const [, room, name = '', action = ''] = new URL(request.url, 'http://localhost').pathname.split('/');
  try {
    if (room === 'runs' && /^[\w-]+$/.test(name) && Object.hasOwn(ACTIONS, action))
      return await ACTIONS[action](runOf(name), request, answer, name);
    const { status, type, body } = pageFile(pages, request.url);
    answer.writeHead(status, { 'content-type': type }).end(body);
  } catch {
    // The line was cut in the middle of a request.
    if (!answer.headersSent) answer.writeHead(400).end();
    else answer.destroy();
  }
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.once('SIGTERM', () => {
  for (const { file } of runs.values()) closeSync(file);
  process.exit(0);
});
