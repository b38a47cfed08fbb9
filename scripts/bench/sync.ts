import { CuttingProxy } from '../../e2e/cutting-proxy';
import type { Bench } from './bench';
import type { Part } from './figure';
import { flushAll } from './flush-all';
import { countSubmissions, LIGHT_SERVICE, publishLightForm } from './light-form';
import { enrolPaperDevice, fillOutbox } from './paper-device';

const LINE = { bitsPerSecond: 50_000, roundTripMs: 800 };
const COUNT = 100;

interface Trip {
  readonly requests: number;
  readonly batches: readonly number[];
  readonly up: number;
  readonly down: number;
  readonly seconds: number;
  readonly held: number;
}

/** A new device hands in `COUNT` applications of a service over the slow line. */
async function handIn(server: Bench['server'], serviceId: string): Promise<Trip> {
  const direct = `http://localhost:${server.port}`;
  const device = await enrolPaperDevice(direct);
  const items = await fillOutbox(device, { serviceId, count: COUNT });
  const before = await countSubmissions(server.databaseUrl, []);
  const line = await CuttingProxy.listen(() => server.port);
  try {
    line.shape(LINE);
    const { batches, ms } = await flushAll(device, line.origin, items);
    const after = await countSubmissions(
      server.databaseUrl,
      items.map(({ id }) => id),
    );
    if (after.all - before.all !== after.ours) throw new Error('the server holds something nobody sent');
    const { up, down } = line.counts;
    return { requests: line.requests.length, batches, up, down, seconds: ms / 1000, held: after.ours };
  } finally {
    await line.close();
  }
}

/** A hundred waiting applications over a line of 50 kbit/s and 800 ms. */
export async function measureSync({ server, runs, say }: Bench): Promise<Part> {
  const real = await handIn(server, LIGHT_SERVICE);
  say(`100 with files announced: ${(real.up / COUNT).toFixed(0)} B up each`);
  await publishLightForm(server.databaseUrl);
  const trips: Trip[] = [];
  for (let run = 0; run < Math.min(runs, 3); run++) {
    const trip = await handIn(server, LIGHT_SERVICE);
    trips.push(trip);
    say(
      `100 without files, ${run + 1}: ${trip.batches.join(' + ')}, ${(trip.up / COUNT).toFixed(0)} B up each, ${trip.seconds.toFixed(1)} s`,
    );
  }
  const each = (one: (trip: Trip) => number) => trips.map(one);
  const batches = (trip: Trip) => trip.batches.filter((size) => size > 0).length;
  return {
    title: 'A hundred waiting applications',
    how:
      `50 kbit/s, 800 ms by a TCP proxy. Invented applications for \`${LIGHT_SERVICE}\`, published for this run without its files and papers, ` +
      'since every service asks for a signature at least. Sealed, sent and receipts verified by the app’s own code against the real server; ' +
      'a new device each run. Bytes are everything over the connection, HTTP headers of a phone’s browser included, TCP/IP headers not. ' +
      'A batch is as large as what the line carries in 5 to 8 seconds.',
    figures: [
      {
        what: 'applications the server does not hold, or twice, at worst',
        samples: [Math.max(...each((trip) => Math.abs(COUNT - trip.held)))],
        unit: '',
        limit: 0,
      },
      { what: 'bytes up per application', samples: each((trip) => trip.up / COUNT), unit: 'B', limit: 420 },
      {
        what: 'bytes down per application: receipt and change',
        samples: each((trip) => trip.down / COUNT),
        unit: 'B',
        limit: 100,
      },
      {
        what: 'round trips above one per batch',
        samples: each((trip) => trip.requests - batches(trip)),
        unit: '',
        limit: 0,
      },
      { what: 'batches', samples: each(batches), unit: '' },
      { what: 'until the last verified receipt', samples: each((trip) => trip.seconds), unit: 's' },
      {
        what: 'for comparison, up, the real form with its files announced',
        samples: [real.up / COUNT],
        unit: 'B',
      },
    ],
  };
}
