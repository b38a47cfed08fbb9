import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadCatalogue } from '../../catalogue/load-catalogue';
import { services } from '../db/schema/catalogue';
import { createTestServer, type TestServer } from '../testing/create-test-server';
import { makeSubmission } from '../testing/make-submission';
import { atCentre } from '../testing/people';
import { publishCatalogue } from './publish-catalogue';
import { readCatalogue } from './read-catalogue';

let server: TestServer;
const catalogue = loadCatalogue();
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

const countRows = async () => (await server.db.select().from(services)).length;

it('the same catalogue again changes nothing', async () => {
  const rows = await countRows();
  expect(await publishCatalogue(server.db, catalogue)).toBe(1);
  expect(await countRows()).toBe(rows);
});

it('a changed service gets a new version, the old one stays and is still accepted', async () => {
  const centre = await atCentre(server.origin);
  const { submission: begunBefore } = await makeSubmission(server, centre, { dictionary: true });
  const changed = catalogue.services.map((one) =>
    one.id === 'birth-registration' ? { ...one, channel: 'changed' } : one,
  );
  expect(await publishCatalogue(server.db, { ...catalogue, services: changed })).toBe(2);
  const newer = await readCatalogue(server.db, 1);
  expect(newer.services.map(({ id, version }) => ({ id, version }))).toEqual([
    { id: 'birth-registration', version: 2 },
  ]);
  await centre.file(begunBefore);
});

it('a changed option set makes new versions of the services that use it, and old drafts may hold either', async () => {
  const centre = await atCentre(server.origin);
  const [name = ''] = Object.keys(catalogue.optionSets).filter((set) =>
    catalogue.services.some(
      (one) => one.id === 'trade-licence' && one.fields.some(({ optionSet }) => optionSet === set),
    ),
  );
  const more = [
    ...(catalogue.optionSets[name] ?? []),
    { value: 'brand-new', label: { bn: 'নতুন', en: 'New' } },
  ];
  await publishCatalogue(server.db, { ...catalogue, optionSets: { ...catalogue.optionSets, [name]: more } });
  const { submission } = await makeSubmission(server, centre, {
    serviceId: 'trade-licence',
    serviceVersion: 1,
    dictionary: true,
  });
  await centre.file(submission);
});

it('a service that is gone is told as removed, and comes back when it is back', async () => {
  const { version } = await readCatalogue(server.db, 0);
  const fewer = catalogue.services.filter(({ id }) => id !== 'trade-licence');
  await publishCatalogue(server.db, { ...catalogue, services: fewer });
  expect((await readCatalogue(server.db, version)).removed).toEqual(['trade-licence']);
  const back = await publishCatalogue(server.db, catalogue);
  expect((await readCatalogue(server.db, back - 1)).services.map(({ id }) => id)).toContain('trade-licence');
});

it.each([
  "UPDATE services SET agency_id = 'x'",
  "DELETE FROM services WHERE id = 'birth-registration'",
  'TRUNCATE services',
])('the database refuses %s', async (statement) => {
  await expect(server.asOwner(statement)).rejects.toMatchObject({ code: '23001' });
});

it('two servers that publish at once publish one version', async () => {
  const changed = catalogue.services.map((one) => ({ ...one, channel: 'again' }));
  const both = await Promise.all(
    [1, 2].map(() => publishCatalogue(server.db, { ...catalogue, services: changed })),
  );
  expect(new Set(both).size).toBe(1);
});
