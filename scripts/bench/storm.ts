import { reconnectAtOnce } from '../../reliability/storm/reconnect';
import type { Bench } from './bench';
import type { Part } from './figure';
import { quantile } from './figure';
import { countSubmissions, LIGHT_SERVICE, publishLightForm } from './light-form';

const DEVICES = 300;
const ITEMS = 20;

/** What each of very many devices waits for, when their line comes back in the same moment. */
export async function measureStorm({ server, say }: Bench): Promise<Part> {
  await publishLightForm(server.databaseUrl);
  const { times, statuses, tooEarly, receipts, seconds } = await reconnectAtOnce(server, {
    devices: DEVICES,
    itemsEach: ITEMS,
    serviceId: LIGHT_SERVICE,
  });
  const { ours } = await countSubmissions(server.databaseUrl, [...receipts.keys()]);
  const others = [...statuses].filter(([status]) => ![200, 429, 503].includes(status));
  const said = [...statuses].map(([status, n]) => `${n} × ${status}`).join(', ');
  say(`storm: ${said}`);
  return {
    title: 'Everybody comes back at once',
    how:
      `${DEVICES} devices with ${ITEMS} applications each, by the app's own engine, until every one has its verified receipt; the devices, the database and the ` +
      'server share this machine. Who is turned away comes back when he was told to.',
    figures: [
      { what: 'applications that are not there', samples: [DEVICES * ITEMS - ours], unit: '', limit: 0 },
      { what: 'answers other than 200, 429 and 503', samples: [others.length], unit: '', limit: 0 },
      { what: 'requests before the time that was named', samples: [tooEarly], unit: '', limit: 0 },
      {
        what: '95 of 100 requests answered within',
        samples: [quantile(times, 0.95)],
        unit: 'ms',
        limit: 2_000,
      },
      { what: 'half of the requests answered within', samples: [quantile(times, 0.5)], unit: 'ms' },
      { what: 'until the last receipt', samples: [seconds], unit: 's' },
    ],
  };
}
