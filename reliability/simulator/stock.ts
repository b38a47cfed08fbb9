import { makeTrackingCode } from '../../lib/contract/tracking-code';
import type { WireSubmission } from '../../lib/contract/wire';
import { submissionHash } from '../../lib/crypto/submission-hash';
import { idOf } from '../../lib/outbox/testing/make-item';
import type { TestServer } from '../../lib/server/testing/create-test-server';
import { makeSubmission } from '../../lib/server/testing/make-submission';
import { TestClient } from '../../lib/server/testing/test-client';
import { SECOND_FORM, type SimServer } from './sim-server';

/** One sealed application that a run may queue. */
export interface Stocked {
  readonly submission: WireSubmission;
  readonly sha256: string;
  readonly needsSecondForm: boolean;
}

/** A name on the server, and the cookie that proves it. */
export interface Credential {
  readonly deviceId: string;
  readonly deviceCode: string;
  readonly cookie: string;
}

/** One place of the simulation: two names, because the first may be revoked, and what can be filed there. */
export interface StockedDevice {
  readonly credentials: readonly [Credential, Credential];
  readonly stock: readonly Stocked[];
}

const FIRST_FORMS = 24;
const SECOND_FORMS = 6;
/** Clocks of devices that are wrong by years: the header says so, and the server takes it. */
const CLAIMED = ['2026-11-22T04:42:00.000Z', '2006-11-22T04:42:00.000Z', '2046-11-22T04:42:00.000Z'] as const;
const SERVICES = ['birth-registration', SECOND_FORM, 'trade-licence'] as const;

/** Two counters of one centre and a phone, each with sealed applications of invented citizens. Made once. */
export async function stockDevices(server: SimServer): Promise<readonly StockedDevice[]> {
  const devices: { credentials: readonly [Credential, Credential]; stock: Stocked[] }[] = [];
  for (const kind of ['centre', 'centre', 'personal'] as const)
    devices.push({ credentials: [await enrol(server, kind), await enrol(server, kind)], stock: [] });
  await server.admin.query('UPDATE devices SET last_seen_at = $1, enrolled_at = $1', [CLAIMED[0]]);
  await server.copyTo('blank');
  for (const [place, { credentials, stock }] of devices.entries())
    for (let n = 0; n < FIRST_FORMS; n += 1) stock.push(await seal(server, credentials[0], place, n));
  await server.publishSecondForm();
  for (const [place, { credentials, stock }] of devices.entries())
    for (let n = FIRST_FORMS; n < FIRST_FORMS + SECOND_FORMS; n += 1)
      stock.push(await seal(server, credentials[0], place, n));
  return devices;
}

async function enrol({ origin }: SimServer, kind: 'centre' | 'personal'): Promise<Credential> {
  const client = new TestClient(origin);
  if (kind === 'centre') await client.signIn('shiuli');
  const { deviceId, deviceCode } = await client.enrol(kind);
  const cookie = [...client.cookies].map((pair) => pair.join('=')).join('; ');
  return { deviceId, deviceCode, cookie };
}

async function seal(
  server: SimServer,
  { deviceCode }: Credential,
  place: number,
  n: number,
): Promise<Stocked> {
  const needsSecondForm = n >= FIRST_FORMS;
  const made = await makeSubmission(
    { db: server.db(), context: server.context } as TestServer,
    { deviceCode } as TestClient,
    {
      id: idOf(1000 * (place + 1) + n),
      trackingCode: makeTrackingCode(deviceCode, n + 1),
      serviceId: needsSecondForm ? SECOND_FORM : (SERVICES[n % SERVICES.length] ?? SECOND_FORM),
      queuedAt: CLAIMED[n % 10 === 3 ? 1 : n % 10 === 7 ? 2 : 0],
      dictionary: n % 2 === 0,
    },
  );
  const { submission } = made;
  return { submission, sha256: await submissionHash(submission), needsSecondForm };
}
