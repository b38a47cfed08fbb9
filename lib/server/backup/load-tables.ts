import { createReadStream } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { assert } from '../../shared/assert';
import { quoted } from './dump-tables';
import type { Manifest } from './manifest';

const ROWS_AT_A_TIME = 500;

/** Fills freshly made tables with the lines of a backup, in the caller's transaction. */
export async function loadTables(client: pg.Client, folder: string, manifest: Manifest): Promise<void> {
  // The migration itself puts one row in: the backup has its own.
  await client.query('DELETE FROM server_state');
  for (const { name, path: part, rows } of manifest.tables) {
    let loaded = 0;
    for await (const lines of pages(path.join(folder, part))) {
      await client.query(
        `INSERT INTO ${quoted(name)} SELECT * FROM json_populate_recordset(NULL::${quoted(name)}, $1::json)`,
        [`[${lines.join(',')}]`],
      );
      loaded += lines.length;
    }
    assert(loaded === rows, `the backup holds all rows of ${name}`);
  }
}

async function* pages(file: string): AsyncGenerator<readonly string[]> {
  const lines = createInterface({
    input: createReadStream(file).pipe(createGunzip()),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  let page: string[] = [];
  for await (const line of lines) {
    page.push(line);
    if (page.length < ROWS_AT_A_TIME) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}
