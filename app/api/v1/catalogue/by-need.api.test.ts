import { request } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bringForms } from '@/lib/browser/bring-forms';
import { refreshCatalogue } from '@/lib/browser/catalogue-refresh';
import { serviceForm } from '@/lib/browser/service-form';
import { createWorkRoom } from '@/lib/browser/work-room';
import { loadCatalogue } from '@/lib/catalogue/load-catalogue';
import type { CatalogueResponse, ServiceForms, ServiceList } from '@/lib/contract/wire';
import { createFakeProfile } from '@/lib/local/testing/fake-databases';
import { leaveWholeCatalogue } from '@/lib/local/testing/leave-whole-catalogue';
import { publishCatalogue } from '@/lib/server/services/publish-catalogue';
import { createTestServer, type TestServer } from '@/lib/server/testing/create-test-server';
import { manyServices } from '@/lib/server/testing/many-services';
import { TestClient } from '@/lib/server/testing/test-client';

const SERVICES = 131;
let server: TestServer;
let client: TestClient;
const catalogue = manyServices(loadCatalogue(), SERVICES);
const ids = catalogue.services.map(({ id }) => id).sort();

beforeAll(async () => {
  server = await createTestServer();
  client = new TestClient(server.origin);
  await publishCatalogue(server.db, catalogue);
});
afterAll(() => server.close());

/** A new device on this server; `asked` is every path it called, `isOff` takes its line. */
function newDevice() {
  const profile = createFakeProfile();
  const state = { asked: [] as string[], isOff: false, bytes: 0, failsAt: Number.POSITIVE_INFINITY };
  const open = () =>
    createWorkRoom({
      work: profile.openWork(),
      reference: profile.openReference(),
      line: {
        fetch: async (input, init) => {
          if (state.isOff || state.asked.length >= state.failsAt) throw new TypeError('no line');
          state.asked.push(String(input).replace(server.origin, ''));
          const response = await fetch(input, init);
          state.bytes += (await response.clone().arrayBuffer()).byteLength;
          return response;
        },
        origin: server.origin,
        now: Date.now,
      },
    });
  return { state, room: open(), open };
}

const list = () => client.send<ServiceList>('GET', '/api/v1/catalogue/list');
const forms = (query: string) => client.send<ServiceForms>('GET', `/api/v1/catalogue/forms?${query}`);

/** The answer as it lies on the wire, for a client that takes brotli. */
function raw(path: string): Promise<{ readonly bytes: Buffer; readonly packing: string | undefined }> {
  const headers = { 'accept-encoding': 'gzip, br', accept: 'application/json' };
  return new Promise((resolve, reject) => {
    const call = request(server.origin + path, { headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({ bytes: Buffer.concat(chunks), packing: answer.headers['content-encoding'] }),
      );
    });
    call.on('error', reject);
    call.end();
  });
}

/** Publishes the catalogue with one word of one service changed. */
async function changeOneWord(id: string, words: string): Promise<void> {
  const services = catalogue.services.map((one) =>
    one.id === id
      ? {
          ...one,
          fields: one.fields.map((field, at) =>
            at === 3 ? { ...field, label: { bn: words, en: words } } : field,
          ),
        }
      : one,
  );
  await publishCatalogue(server.db, { ...catalogue, services });
}

describe('on a new device', () => {
  it('the list names every service, and the first forms come with it', async () => {
    const { room, state } = newDevice();
    await refreshCatalogue(room);
    expect((await room.reference.list())?.services.map(({ id }) => id).sort()).toEqual(ids);
    expect((await room.reference.formTags()).size).toBe(15);
    expect(state.asked.filter((path) => path.startsWith('/api/v1/catalogue'))).toEqual([
      '/api/v1/catalogue/list',
      '/api/v1/catalogue/forms?part=0',
    ]);
  });

  it('every form comes in the end, in few requests, and opens without a line', async () => {
    const { room, state } = newDevice();
    await refreshCatalogue(room);
    const before = state.asked.length;
    expect(await bringForms(room, { reach: 'all' })).toBe(true);
    expect(state.asked.length - before).toBeLessThanOrEqual(4);
    state.isOff = true;
    for (const { id, fields } of catalogue.services) {
      const form = await serviceForm(room, id);
      expect(form.ok && form.value.definition.fields).toEqual(fields);
    }
  });

  it('a line that breaks loses no form that came, and the rest follows in small steps', async () => {
    const { room, state, open } = newDevice();
    await refreshCatalogue(room);
    state.failsAt = state.asked.length + 1;
    expect(await bringForms(room, { reach: 'all' })).toBe(false);
    const came = (await room.reference.formTags()).size;
    expect(came).toBeGreaterThan(15);
    expect(came).toBeLessThan(SERVICES);
    state.failsAt = Number.POSITIVE_INFINITY;
    state.asked.length = 0;
    expect(await bringForms(open(), { reach: 'all', small: true })).toBe(true);
    expect((await room.reference.formTags()).size).toBe(SERVICES);
    const again = state.asked.join().match(/[a-z-]+(?=[,~&])/g) ?? [];
    expect(state.asked.every((path) => path.includes('want='))).toBe(true);
    expect(new Set(again).size).toBe(again.length);
  });

  it('a form that is not here yet comes first when it is opened, and says so without a line', async () => {
    const { room, state } = newDevice();
    await refreshCatalogue(room);
    const last = (await room.reference.list())?.services.at(-1)?.id ?? '';
    state.isOff = true;
    expect(await serviceForm(room, last)).toEqual({ ok: false, problem: { type: 'form-not-here' } });
    state.isOff = false;
    expect(await serviceForm(room, last)).toMatchObject({ ok: true, value: { definition: { id: last } } });
    state.isOff = true;
    expect(await serviceForm(room, last)).toMatchObject({ ok: true });
    expect(await serviceForm(room, 'no-such-service')).toEqual({
      ok: false,
      problem: { type: 'unknown-service' },
    });
  });

  it('what a version of before the list left here still opens, and is brought up to date', async () => {
    const { room, state } = newDevice();
    const { optionSets, services } = catalogue;
    await leaveWholeCatalogue(room.referenceGate, { optionSets, services: services.slice(0, 3) });
    state.isOff = true;
    expect((await room.reference.wholeCatalogue())?.services.length).toBe(3);
    expect(await room.reference.catalogueVersion()).toBe(1);
    expect(await serviceForm(room, services[0]?.id ?? '')).toMatchObject({ ok: true, value: { optionSets } });
    state.isOff = false;
    await refreshCatalogue(room);
    expect(await room.reference.wholeCatalogue()).toBeNull();
    expect([...(await room.reference.formTags()).values()].filter((tag) => tag === null)).toEqual([]);
  });
});

describe('a change of one word', () => {
  it('brings less than 2 KB, and the form is as published', async () => {
    const { room, state } = newDevice();
    await refreshCatalogue(room);
    await bringForms(room, { reach: 'all' });
    await changeOneWord('e-namjari', 'অন্য কথা');
    Object.assign(state, { bytes: 0, asked: [] });
    await refreshCatalogue(room);
    expect(state.asked.map((path) => path.split('?')[0])).toEqual([
      '/api/v1/server-keys',
      '/api/v1/catalogue/list',
      '/api/v1/catalogue/forms',
    ]);
    expect(state.bytes).toBeLessThan(2000);
    const form = await room.reference.form('e-namjari');
    const whole = await client.send<CatalogueResponse>('GET', '/api/v1/catalogue');
    expect(form?.definition).toEqual(whole.body.services.find(({ id }) => id === 'e-namjari'));
    expect(form?.definition.fields[3]?.label.bn).toBe('অন্য কথা');
  });

  it('a form here that is not what its name says comes whole', async () => {
    const { room } = newDevice();
    await refreshCatalogue(room);
    const tags = await room.reference.formTags();
    const held = await room.reference.form('e-namjari');
    await changeOneWord('e-namjari', 'আরেক কথা');
    // the content behind the tag was damaged: a step of the change leads nowhere
    const damaged = { ...held?.definition, id: 'e-namjari', fields: [] } as never;
    await room.reference.putForms(
      [{ id: 'e-namjari', tag: tags.get('e-namjari') ?? '', definition: damaged }],
      null,
    );
    await refreshCatalogue(room);
    expect((await room.reference.form('e-namjari'))?.definition.fields[3]?.label.bn).toBe('আরেক কথা');
  });

  it('a service that is gone leaves the device, and comes back', async () => {
    const { room } = newDevice();
    await refreshCatalogue(room);
    const services = catalogue.services.filter(({ id }) => id !== 'e-namjari');
    await publishCatalogue(server.db, { ...catalogue, services });
    await refreshCatalogue(room);
    expect((await room.reference.list())?.services.some(({ id }) => id === 'e-namjari')).toBe(false);
    expect(await room.reference.form('e-namjari')).toBeNull();
    await publishCatalogue(server.db, catalogue);
    await refreshCatalogue(room);
    expect((await room.reference.list())?.services.map(({ id }) => id).sort()).toEqual(ids);
  });
});

describe('the answers', () => {
  it('are nothing for whoever has it all', async () => {
    const { headers, body } = await list();
    const etag = headers.get('etag') ?? '';
    const path = `/api/v1/catalogue/list?since=${body.version}`;
    expect((await client.send('GET', path, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  it('a list of another history than this server’s comes whole', async () => {
    const { version } = (await list()).body;
    const path = `/api/v1/catalogue/list?since=${version}`;
    const headers = { 'if-none-match': `"l${version}.0123456789abcdef"` };
    const { body } = await client.send<ServiceList>('GET', path, { headers });
    expect({ since: body.since, n: body.services.length }).toEqual({ since: 0, n: SERVICES });
  });

  it('name each service once, in parts that hold all of them', async () => {
    const { services } = (await list()).body;
    const parts = [...new Set(services.map(({ part }) => part))];
    expect(parts).toEqual([0, 1, 2]);
    const read = await Promise.all(parts.map(async (part) => (await forms(`part=${part}`)).body.forms));
    expect(
      read
        .flat()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(ids);
    expect(services[0]?.id).toBe('birth-registration');
  });

  it('leave out what the device has: agencies and option sets', async () => {
    const { agenciesTag } = (await list()).body;
    expect(
      (await client.send<ServiceList>('GET', `/api/v1/catalogue/list?agencies=${agenciesTag}`)).body.agencies,
    ).toBeUndefined();
    const { setsTag, optionSets } = (await forms('want=e-namjari')).body;
    expect(Object.keys(optionSets ?? {}).length).toBeGreaterThan(5);
    expect((await forms(`want=e-namjari&sets=${setsTag}`)).body.optionSets).toBeUndefined();
  });

  it.each([
    '',
    'want=',
    'want=A',
    'want=a,,b',
    'want=../x',
    'part=x',
    'part=-1',
    `want=${Array(41).fill('a')}`,
  ])('the question %j is refused', async (query) => {
    expect(await forms(query)).toMatchObject({ status: 422, body: { code: 'validation-failed' } });
  });

  it('a form that is not offered, and a part that is not there, are empty answers', async () => {
    expect((await forms('want=no-such-service')).body.forms).toEqual([]);
    expect((await forms('part=99')).body.forms).toEqual([]);
  });

  it('a tag that names nothing brings the whole form', async () => {
    for (const tag of ['1-fffffff', '9-0', 'x'])
      expect((await forms(`want=e-namjari~${tag}`)).body.forms[0]).toHaveProperty('definition');
  });

  it('go out in brotli where it is taken, refusals too', async () => {
    for (const path of ['list', 'forms?part=1', 'forms?want=e-namjari', 'forms?want=A']) {
      const { bytes, packing } = await raw(`/api/v1/catalogue/${path}`);
      const plain = await client.send('GET', `/api/v1/catalogue/${path}`);
      expect(packing).toBe('br');
      const { traceId: _, ...read } = JSON.parse(brotliDecompressSync(bytes).toString());
      expect(plain.body).toMatchObject(read);
    }
  });

  it('of the catalogue as it is weigh 120 kB at most altogether, the first of them 55 kB', async () => {
    await publishCatalogue(server.db, loadCatalogue());
    const parts = new Set((await list()).body.services.map(({ part }) => part));
    const { setsTag } = (await forms('part=99')).body;
    const first = [await raw('/api/v1/catalogue/list'), await raw('/api/v1/catalogue/forms?part=0')];
    const rest = [...parts]
      .slice(1)
      .map((part) => raw(`/api/v1/catalogue/forms?part=${part}&sets=${setsTag}`));
    const weigh = (answers: readonly { bytes: Buffer }[]) =>
      answers.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
    expect(weigh(first)).toBeLessThan(55_000);
    expect(weigh([...first, ...(await Promise.all(rest))])).toBeLessThan(120_000);
    await publishCatalogue(server.db, catalogue);
  });

  it('an old client is served whole, as before', async () => {
    const { body } = await client.send<CatalogueResponse>('GET', '/api/v1/catalogue');
    expect(body.services.map(({ id }) => id).sort()).toEqual(ids);
    expect(body.optionSets).toEqual(catalogue.optionSets);
  });
});
