import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadCatalogue } from '../../catalogue/load-catalogue';
import type { SyncReceipt } from '../../contract/wire';
import { seededChance } from '../../forms/testing/chance';
import { spoilSomething } from '../../forms/testing/spoil-something';
import { createTestServer, type TestServer } from '../testing/create-test-server';
import { type Made, makeSubmission } from '../testing/make-submission';
import { atCentre } from '../testing/people';
import type { TestClient } from '../testing/test-client';

const { services } = loadCatalogue();
/** Applications in one exchange. */
const BATCH = 50;
let server: TestServer;
let centre: TestClient;

beforeAll(async () => {
  server = await createTestServer();
  centre = await atCentre(server.origin);
});
afterAll(() => server.close());

async function answersTo(submissions: readonly { readonly id: string }[]): Promise<readonly SyncReceipt[]> {
  const receipts: SyncReceipt[] = [];
  for (let at = 0; at < submissions.length; at += BATCH)
    receipts.push(...(await centre.sync(submissions.slice(at, at + BATCH))).body.receipts);
  return receipts;
}

it('an application for every service is accepted, signed and stored', async () => {
  const made: Made[] = [];
  for (const { id } of services)
    made.push(await makeSubmission(server, centre, { serviceId: id, packed: true }));
  const receipts = await answersTo(made.map(({ submission }) => submission));
  const refused = receipts.filter(({ outcome }) => outcome !== 'accepted');
  const serviceOf = (id: string) => made.find(({ submission }) => submission.id === id)?.submission.serviceId;
  expect(refused.map(({ id, problem }) => ({ service: serviceOf(id), problem }))).toEqual([]);
  expect(receipts.every(({ receipt }) => (receipt?.length ?? 0) > 100)).toBe(true);
  expect(receipts).toHaveLength(services.length);
});

it('a wrong application for any service is refused at the field that is wrong', async () => {
  const wrong = new Map<string, { readonly service: string; readonly expected: object }>();
  const submissions = [];
  for (const [n, definition] of services.entries()) {
    let expected: object | undefined;
    const { submission } = await makeSubmission(server, centre, {
      serviceId: definition.id,
      bend: (plaintext) => {
        const today = new Date(server.context.now()).toISOString().slice(0, 10);
        const made = { answers: plaintext.answers, attachments: [] };
        const { answers, pointer, code } = spoilSomething(definition, made, {
          chance: seededChance(n),
          today,
        });
        expected = { pointer, code };
        return { ...plaintext, answers };
      },
    });
    submissions.push(submission);
    wrong.set(submission.id, { service: definition.id, expected: expected ?? {} });
  }
  for (const { id, outcome, problem } of await answersTo(submissions)) {
    const { service, expected } = wrong.get(id) ?? {};
    expect({ service, outcome, code: problem?.code }).toEqual({
      service,
      outcome: 'refused',
      code: 'validation-failed',
    });
    expect(problem?.errors, service).toContainEqual(expected);
  }
});
