import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { loadCatalogue } from '../../lib/catalogue/load-catalogue';
import type { CatalogueResponse } from '../../lib/contract/wire';
import { isFileType } from '../../lib/forms/answer-shape';
import type { ServiceDefinition } from '../../lib/forms/definition';
import { fetchCatalogue } from '../../lib/remote/http-whole-catalogue';
import { publishCatalogue } from '../../lib/server/services/publish-catalogue';
import { browserLine } from './browser-line';

export const LIGHT_SERVICE = 'birth-registration';
/** Asks for a photo and a signature and, as it is published here, for no paper. */
export const FILE_SERVICE = 'old-age-allowance';

/**
 * Publishes the catalogue with a new version of one service that asks for no file and no paper: every real one asks for a
 * signature at least, and text alone is what is to be weighed. A second one keeps its files and loses its papers. Again, it
 * changes nothing.
 */
export async function publishLightForm(databaseUrl: string): Promise<void> {
  const catalogue = loadCatalogue();
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  try {
    const services = catalogue.services.map((one) => {
      if (one.id === LIGHT_SERVICE) return withoutFiles(one);
      return one.id === FILE_SERVICE ? { ...one, documents: [] } : one;
    });
    await publishCatalogue(drizzle(pool), { ...catalogue, services });
  } finally {
    await pool.end();
  }
}

/** The catalogue as the server offers it now, to whoever asks. */
export async function publishedCatalogue(port: number): Promise<CatalogueResponse> {
  const answer = await fetchCatalogue(browserLine(`http://localhost:${port}`), null);
  if (!answer.ok || answer.value.type !== 'changed') throw new Error('the server offers no catalogue');
  return answer.value.answer;
}

function withoutFiles(definition: ServiceDefinition): ServiceDefinition {
  return {
    ...definition,
    documents: [],
    fields: definition.fields.filter(({ type }) => !isFileType(type)),
  };
}

/** How many of these ids the server holds, and how many submissions it holds altogether. */
export async function countSubmissions(
  databaseUrl: string,
  ids: readonly string[],
): Promise<{ readonly ours: number; readonly all: number }> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ ours: string; all: string }>(
      'SELECT count(*) FILTER (WHERE id = ANY($1::uuid[])) AS ours, count(*) AS "all" FROM submissions',
      [ids],
    );
    return { ours: Number(rows[0]?.ours), all: Number(rows[0]?.all) };
  } finally {
    await client.end();
  }
}
