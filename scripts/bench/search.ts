import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { listedService } from '../../lib/catalogue/listed-service';
import { loadCatalogue } from '../../lib/catalogue/load-catalogue';
import type { Bench } from './bench';
import { type Part, quantile } from './figure';
import { inBrowser } from './in-browser';
import { manyServices } from './many-services';
import { bundleSearchPage, EMPTY_PAGE } from './page/bundle-page';
import { CPU_SLOW_DOWN, slowDown } from './slow-page';

const COUNT = 1000;
const QUERIES = 60;

/** How long the search thinks after each key, over far more services than there are. */
export async function measureSearch({ root, server, runs, say }: Bench): Promise<Part> {
  const { services, agencies } = loadCatalogue(join(root, 'lib/catalogue'));
  const many = manyServices(services.map(listedService), COUNT);
  const queries = typedQueries(root);
  const script = await bundleSearchPage(root);
  const keys: number[] = [];
  const longest: number[] = [];
  const made: number[] = [];
  for (let run = 0; run < Math.min(runs, 5); run++)
    await inBrowser(async (context) => {
      const page = await context.newPage();
      await page.goto(`http://localhost:${server.port}${EMPTY_PAGE}`);
      await page.evaluate(script);
      await slowDown(page);
      made.push(
        await page.evaluate((list) => globalThis.searchPage.make(list[0], list[1]), [
          many,
          agencies,
        ] as const),
      );
      const took = await page.evaluate((typed) => globalThis.searchPage.type(typed), queries);
      keys.push(quantile(took, 0.95));
      longest.push(quantile(took, 1));
      say(
        `search ${run + 1}: p95 ${keys.at(-1)?.toFixed(1)} ms a key, longest ${longest.at(-1)?.toFixed(1)} ms`,
      );
    });
  const list = services.map(listedService);
  return {
    title: 'Finding a service',
    how:
      `A page with nothing but the app’s search, processor slowed down ${CPU_SLOW_DOWN} times, over ${COUNT} services: the real ones, then the same with other consonants, so that no word comes twice. ` +
      `${QUERIES} of the judged queries are typed letter by letter into a search that is new; a sample is one run. To make the search ready happens once, when somebody begins to type.`,
    figures: [
      { what: 'a key, p95', samples: keys, unit: 'ms', limit: 30 },
      { what: 'a key, the longest', samples: longest, unit: 'ms' },
      { what: `made ready for ${COUNT} services`, samples: made, unit: 'ms' },
      { what: `list of ${list.length} services, gzip`, samples: [gzipped(list)], unit: 'B' },
      {
        what: 'of it keywords',
        samples: [gzipped(list) - gzipped(list.map((one) => ({ ...one, keywords: [] })))],
        unit: 'B',
      },
    ],
  };
}

/** Every so many-th query of the judged ones, so that all kinds of services are among them. */
function typedQueries(root: string): readonly string[] {
  const path = join(root, 'lib/catalogue/testing/judged-queries.json');
  const judged: Record<string, readonly string[]> = JSON.parse(readFileSync(path, 'utf8'));
  const all = Object.values(judged).flat();
  const step = Math.floor(all.length / QUERIES);
  return all.filter((_, at) => at % step === 0).slice(0, QUERIES);
}

function gzipped(value: unknown): number {
  return gzipSync(JSON.stringify(value)).length;
}
