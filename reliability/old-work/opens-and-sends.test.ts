import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { boardItems, countBoard } from '../../lib/browser/board-view';
import { refreshCatalogue } from '../../lib/browser/catalogue-refresh';
import { enrolAgain } from '../../lib/browser/enrol-device';
import { createTestSync } from '../../lib/browser/testing/fake-device';
import { createWorkRoom, type WorkRoom } from '../../lib/browser/work-room';
import optionSets from '../../lib/catalogue/option-sets.json';
import certificate from '../../lib/catalogue/services/nationality-character-certificate.json';
import type { OptionSets, ServiceDefinition } from '../../lib/forms/definition';
import { createFakeProfile } from '../../lib/local/testing/fake-databases';
import { askAgain } from '../../lib/outbox/ask-again';
import { attachments } from '../../lib/server/db/schema/attachments';
import { submissions } from '../../lib/server/db/schema/submissions';
import { publishCatalogue } from '../../lib/server/services/publish-catalogue';
import { createTestServer, type TestServer } from '../../lib/server/testing/create-test-server';
import { browserLine } from '../../scripts/bench/browser-line';
import { type OldWork, oldWorks } from './fixture';
import { layDown } from './lay-down';
import { leaveWork } from './leave-work';

const works = oldWorks();

describe.each(works)('mode 22, I1: work of %s', (_name, work) => {
  let server: TestServer;
  let room: WorkRoom;
  beforeAll(async () => {
    server = await createTestServer({ keyFile: work.serverKeys });
    // The server of that day had published the forms of that day; it keeps them for ever.
    await publishCatalogue(server.db, { agencies: [], optionSets: work.optionSets, services: work.services });
    const profile = createFakeProfile(await layDown(work));
    const line = browserLine(server.origin);
    room = createWorkRoom({ work: profile.openWork(), reference: profile.openReference(), line });
  });
  afterAll(() => server.close());

  test('every draft opens, and every answer of it is there', async () => {
    for (const [id, answers] of Object.entries(work.expected.drafts)) {
      const row = await room.drafts.row(id);
      expect(row?.state).toBe('open');
      expect(row && (await room.drafts.open(row))?.answers).toEqual(answers);
      expect(row && (await room.drafts.pinned(row.serviceId, row.serviceVersion))).not.toBeNull();
    }
  });

  test('the board counts everything, and nothing is damaged', async () => {
    const items = boardItems({
      drafts: await room.drafts.rowsOf('citizen'),
      items: await room.outbox.all(),
      cases: new Map(),
      refusedFiles: new Map(),
      filePercents: new Map(),
      titles: new Map(),
      viewer: { owner: 'citizen', window: 'w' },
    });
    const { sends, received, needsAttention, drafts } = work.expected;
    expect(countBoard(items)).toMatchObject({
      drafts: Object.keys(drafts).length,
      waiting: sends.length,
      attention: needsAttention.length,
      received: received.length,
    });
  });

  test('all that waits reaches the server of today with its files, once', async () => {
    await refreshCatalogue(room);
    expect(await enrolAgain(room, 'personal')).toBe(true);
    const sync = await createTestSync(room);
    await sync.flush({ hurry: true });
    for (const id of work.expected.needsAttention)
      await askAgain({ store: room.outbox, clock: room.now }, id);
    await sync.flush({ hurry: true });
    await sync.flush({ hurry: true });

    const states = new Map((await room.outbox.all()).map(({ id, state }) => [id, state]));
    for (const id of [...work.expected.sends, ...work.expected.needsAttention, ...work.expected.received])
      expect(states.get(id), id).toBe('received');
    const held = (await server.db.select({ id: submissions.id }).from(submissions)).map(({ id }) => id);
    // One of the received ones was let go of: its server's backup held it.
    const offered = [
      ...work.expected.sends,
      ...work.expected.needsAttention,
      work.expected.received[0] ?? '',
    ];
    expect(held.sort()).toEqual([...offered].sort());
    const files = await server.db.select({ state: attachments.state }).from(attachments);
    expect(files.length).toBeGreaterThan(0);
    expect(files.every(({ state }) => state === 'stored')).toBe(true);
  });
});

test('what this build leaves behind is among the kept works', async () => {
  const definition = certificate as unknown as ServiceDefinition;
  const [, first] = works[0] ?? [];
  if (!first) throw new Error('there is a kept work');
  const { serverKeys } = first;
  const today = await leaveWork({ definition, optionSets: optionSets as unknown as OptionSets, serverKeys });

  const known = works.map(([, work]) => shapeOf(work));
  expect(
    known,
    'the work database or the envelope changed: npx tsx reliability/old-work/write-fixture.ts <name>',
  ).toContainEqual(shapeOf(today));
});

/** What makes work of one build different from that of another: tables, indexes, names of fields, form of the seal. */
function shapeOf({ databaseVersion, tables }: Pick<OldWork, 'databaseVersion' | 'tables'>) {
  const rows = Object.entries(tables).map(([name, table]) => [name, table.schema, fieldsOf(table.rows)]);
  const seals = new Set(
    (tables.outbox?.rows ?? []).map((row) => {
      const { sealed } = (row as { submission: { sealed: { z: string } } }).submission;
      return `${sealed.z}: ${Object.keys(sealed).sort().join(' ')}`;
    }),
  );
  return { databaseVersion, rows, seals: [...seals].sort() };
}

function fieldsOf(rows: readonly unknown[]): string {
  return [...new Set(rows.flatMap((row) => Object.keys(row as object)))].sort().join(' ');
}
