import type { Bench } from './bench';
import type { Part } from './figure';
import { flushAll } from './flush-all';
import { LIGHT_SERVICE } from './light-form';
import { enrolPaperDevice, fillOutbox } from './paper-device';

const COUNT = 200;
const DEVICES = 4;

/** How many applications a second the server opens, checks, writes and signs for. */
export async function measureIntake({ server, runs, say }: Bench): Promise<Part> {
  const origin = `http://localhost:${server.port}`;
  const alone: number[] = [];
  const together: number[] = [];
  for (let run = 0; run < Math.min(runs, 3); run++) {
    alone.push(await rate(origin, 1));
    together.push(await rate(origin, DEVICES));
    say(
      `intake ${run + 1}: ${alone.at(-1)?.toFixed(0)}/s from one device, ${together.at(-1)?.toFixed(0)}/s from ${DEVICES}`,
    );
  }
  return {
    title: 'Intake of the server',
    how:
      `Without a slow line, applications of \`${LIGHT_SERVICE}\`, until the last verified receipt; the sending devices, the database and the server share this machine. ` +
      'Each is unsealed, checked by the whole form engine, written with fsync in the transaction of its batch, and gets a signed receipt.',
    figures: [
      { what: 'applications, one device', samples: alone, unit: '/s' },
      { what: `applications, ${DEVICES} devices at once`, samples: together, unit: '/s' },
    ],
  };
}

async function rate(origin: string, deviceCount: number): Promise<number> {
  const queues = [];
  for (let n = 0; n < deviceCount; n++) {
    const device = await enrolPaperDevice(origin);
    const count = COUNT / deviceCount;
    queues.push({ device, items: await fillOutbox(device, { serviceId: LIGHT_SERVICE, count }) });
  }
  const begun = performance.now();
  await Promise.all(queues.map(({ device, items }) => flushAll(device, origin, items)));
  return COUNT / ((performance.now() - begun) / 1000);
}
