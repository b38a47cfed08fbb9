import { CHECK_IN_HEADER, NEVER_ARRIVED_HEADER, readCheckIn } from '../../contract/check-in';
import type { NeverArrived, SettleRequest } from '../../contract/wire';
import { createCheckIn } from '../check-in';
import type { LedgerStorage } from '../queue-ledger';
import type { WorkRoom } from '../work-room';
import { createFakeDevice, createTestSync } from './fake-device';

export function memoryStorage(): LedgerStorage {
  const rows = new Map<string, string>();
  return { getItem: (key) => rows.get(key) ?? null, setItem: (key, value) => void rows.set(key, value) };
}

/** The device of the other tests, with a server that hears check-ins and keeps a list. */
export async function deviceThatIsHeard(storage = memoryStorage()) {
  const device = await createFakeDevice();
  const heard: string[] = [];
  let list: NeverArrived = { tag: '0', items: [] };
  let lists = 0;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    if (String(input).endsWith('/never-arrived')) {
      if (device.server.state.isDown) throw new TypeError('fetch failed');
      if (init?.method === 'POST')
        list = without(list, JSON.parse(Buffer.from(init.body as Uint8Array).toString()) as SettleRequest);
      else lists += 1;
      return new Response(JSON.stringify(list), { headers: { 'content-type': 'application/json' } });
    }
    const answer = await device.server.fetch(input, init);
    const said = new Headers(init?.headers).get(CHECK_IN_HEADER);
    if (said === null) return answer;
    heard.push(said);
    const headers = new Headers(answer.headers);
    headers.set(NEVER_ARRIVED_HEADER, list.tag);
    return new Response(answer.body, { status: answer.status, headers });
  };
  const within = async (room: WorkRoom) => {
    const lined = { ...room, line: { ...room.line, fetch } };
    const checkIn = createCheckIn(lined, storage);
    return { room: lined, runtime: await createTestSync(lined, { checkIn }) };
  };
  const told = () => heard.map(readCheckIn);
  const tell = (next: NeverArrived) => {
    list = next;
  };
  return { ...device, ...(await within(device.room)), within, storage, told, tell, fetched: () => lists };
}

function without({ items }: NeverArrived, { trackingCodes }: SettleRequest): NeverArrived {
  const left = items.filter(({ trackingCode }) => !trackingCodes.includes(trackingCode));
  return left.length === 0 ? { tag: '0', items: [] } : { tag: `${left.length}.abc`, items: left };
}
