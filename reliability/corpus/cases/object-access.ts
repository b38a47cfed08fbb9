import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { answered, type Case, type Category, type Expected, itemRefused, refused } from '../case';
import type { Application } from '../world/application';
import type { Answer, Wire } from '../world/http';
import type { Person } from '../world/person';
import { announce, createUpload, fileOf } from '../world/upload';
import { syncOf, type World } from '../world/world';

/** Of the union council: the registrar, who sees births and deaths, must not know that it exists. */
const foreignCase = (world: World): Promise<Application> => world.file(world.centre);

const asked = (
  name: string,
  send: Case['send'],
  expected: Expected = refused('not-found'),
  also?: Case['also'],
): Case => ({
  name,
  send,
  expected,
  ...(also ? { also } : {}),
});

const get = (world: World, person: Person, path: string): Promise<Answer> =>
  world.ask(person, { method: 'GET', path });
const decide = (world: World, person: Person, id: string, headers = {}): Promise<Answer> =>
  world.json(
    person,
    'POST',
    `/api/v1/desk/cases/${id}/decision`,
    { action: 'accept' },
    { 'if-match': '"1"', ...headers },
  );

/** An id that is nobody's, or none at all. */
const guessed = (id: string): Case =>
  asked(`a guessed id: ${id.slice(0, 50)}`, (world) => get(world, world.officer, `/api/v1/desk/cases/${id}`));

/** The stream of one who may not: the phone, for what the centre filed. */
const upload = (name: string, wire: (path: string, made: Application) => Wire): Case =>
  asked(
    `another stream's file: ${name}`,
    async (world) => {
      const made = await foreignCase(world);
      await createUpload(world, world.centre, made);
      const path = `/api/v1/attachments/${made.submission.id}_${fileOf(made).id}`;
      const wished = wire(path, made);
      return world.ask(world.phone, { ...wished, headers: { 'tus-resumable': '1.0.0', ...wished.headers } });
    },
    wireless,
  );

/** A HEAD has no body to say more in. */
const wireless: Expected = (answer) => {
  if (answer.bytes.byteLength > 0) refused('not-found')(answer);
  else answered(404)(answer);
};

const chunk = { 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };

/** What is not one's own does not exist: 404, never 403, so that nobody learns what is there. */
export const objectAccess: Category = {
  name: 'Object access',
  least: 40,
  cases: [
    asked("another department's case", async (world) =>
      get(world, world.registrar, `/api/v1/desk/cases/${(await foreignCase(world)).submission.id}`),
    ),
    asked(
      "another department's case, by HEAD",
      async (world) =>
        world.ask(world.registrar, {
          method: 'HEAD',
          path: `/api/v1/desk/cases/${(await foreignCase(world)).submission.id}`,
        }),
      answered(404),
    ),
    asked("a decision upon another department's case", async (world) =>
      decide(world, world.registrar, (await foreignCase(world)).submission.id),
    ),
    asked("a decision upon another department's case, without a version", async (world) =>
      decide(world, world.registrar, (await foreignCase(world)).submission.id, { 'if-match': '' }),
    ),
    asked("another department's file, through its case", async (world) => {
      const made = await foreignCase(world);
      return get(
        world,
        world.registrar,
        `/api/v1/desk/cases/${made.submission.id}/attachments/${fileOf(made).id}`,
      );
    }),
    asked("another department's stored file", async (world) => {
      const made = await world.fileWithUpload(world.centre);
      expect((await get(world, world.officer, `/api/v1/desk/attachments/${fileOf(made).id}`)).status).toBe(
        200,
      );
      return get(world, world.registrar, `/api/v1/desk/attachments/${fileOf(made).id}`);
    }),
    asked("another department's stored file, through its case", async (world) => {
      const made = await world.fileWithUpload(world.centre);
      return get(
        world,
        world.registrar,
        `/api/v1/desk/cases/${made.submission.id}/attachments/${fileOf(made).id}`,
      );
    }),
    asked("another department's stored file, through a case of one's own", async (world) => {
      const [own, made] = [
        await world.file(world.centre, { service: 'death-registration' }),
        await world.fileWithUpload(world.centre),
      ];
      return get(
        world,
        world.registrar,
        `/api/v1/desk/cases/${own.submission.id}/attachments/${fileOf(made).id}`,
      );
    }),
    asked('a stored file through another case of the same department', async (world) => {
      const [other, made] = [await world.file(world.centre), await world.fileWithUpload(world.centre)];
      return get(
        world,
        world.officer,
        `/api/v1/desk/cases/${other.submission.id}/attachments/${fileOf(made).id}`,
      );
    }),
    asked('a file that was announced and is not there', async (world) => {
      const made = await foreignCase(world);
      return get(
        world,
        world.officer,
        `/api/v1/desk/cases/${made.submission.id}/attachments/${fileOf(made).id}`,
      );
    }),
    asked(
      "the registrar's list has none of another department",
      async (world) => {
        await foreignCase(world);
        return get(world, world.registrar, '/api/v1/desk/cases');
      },
      answered(200),
      (_world, { text }) =>
        expect(
          [
            ...new Set((JSON.parse(text).cases as { serviceId: string }[]).map((one) => one.serviceId)),
          ].filter((id) => !/birth|death/.test(id)),
        ).toEqual([]),
    ),
    asked(
      "the registrar's list, asked for another department's service",
      (world) => get(world, world.registrar, '/api/v1/desk/cases?service=trade-licence'),
      answered(200),
      (_world, { text }) => expect(JSON.parse(text).cases).toEqual([]),
    ),
    asked(
      'an operator opens what his centre filed',
      async (world) =>
        get(world, world.centre, `/api/v1/desk/cases/${(await foreignCase(world)).submission.id}`),
      refused('forbidden'),
    ),
    asked(
      'an operator opens what does not exist: the same answer',
      (world) => get(world, world.centre, `/api/v1/desk/cases/${randomUUID()}`),
      refused('forbidden'),
    ),
    asked(
      'an operator decides',
      async (world) => decide(world, world.centre, (await foreignCase(world)).submission.id),
      refused('forbidden'),
    ),
    asked(
      'an officer enrols a device of a centre',
      (world) => world.json(world.officer, 'POST', '/api/v1/devices', { kind: 'centre', name: 'Corpus' }),
      refused('forbidden'),
    ),
    guessed(randomUUID()),
    guessed('1'),
    guessed('0'),
    guessed('-1'),
    guessed('null'),
    guessed('00000000-0000-4000-8000-000000000000'),
    guessed(randomUUID().toUpperCase()),
    guessed(`${randomUUID()}%20`),
    guessed('..%2f..%2fme'),
    guessed('%2e%2e%2f%2e%2e%2fme'),
    guessed(encodeURIComponent('৩f2b8f0e')),
    guessed('a'.repeat(2000)),
    asked('a guessed file', (world) => get(world, world.officer, `/api/v1/desk/attachments/${randomUUID()}`)),
    asked('a file by a way out of its folder', (world) =>
      get(world, world.officer, '/api/v1/desk/attachments/..%2f..%2fkeys.json'),
    ),
    upload('where it stands', (path) => ({ method: 'HEAD', path })),
    upload('a piece of it', (path) => ({ method: 'PATCH', path, headers: chunk, body: 'x' })),
    upload('throwing it away', (path) => ({ method: 'DELETE', path })),
    upload('beginning it', (_path, made) => ({
      method: 'POST',
      path: '/api/v1/attachments',
      headers: announce(made),
    })),
    asked(
      'an upload by a way out of its folder',
      (world) =>
        world.ask(world.centre, {
          method: 'HEAD',
          path: '/api/v1/attachments/..%2f..%2fkeys',
          headers: { 'tus-resumable': '1.0.0' },
        }),
      wireless,
    ),
    asked("a file of a case of one's own that was never announced", async (world) => {
      const made = await foreignCase(world);
      const path = `/api/v1/attachments/${made.submission.id}_${randomUUID()}`;
      return world.ask(world.centre, {
        method: 'PATCH',
        path,
        headers: { 'tus-resumable': '1.0.0', ...chunk },
        body: 'x',
      });
    }),
    asked(
      "a correction of another stream's application",
      async (world) => {
        const theirs = await foreignCase(world);
        const { item } = await world.fillIn(world.phone, { header: { supersedes: theirs.submission.id } });
        return world.sync(world.phone, [item]);
      },
      itemRefused('supersedes-unknown'),
    ),
    asked(
      "another stream's changes",
      async (world) => {
        const theirs = await foreignCase(world);
        const answer = await world.sync(world.phone, []);
        expect(answer.text).not.toContain(theirs.submission.id);
        return answer;
      },
      answered(200),
    ),
    asked(
      "another one's session, ended by guessing",
      (world) => world.json(world.registrar, 'POST', '/api/auth/revoke-session', { token: 'guessed' }),
      answered(200),
      async (world) => expect((await get(world, world.officer, '/api/v1/me')).status).toBe(200),
    ),
    asked(
      'a tracking code with a wrong check says as much as one nobody has',
      async (world) => {
        const { submission } = await foreignCase(world);
        const wrong = await get(
          world,
          world.nobody,
          `/api/v1/track?code=${submission.trackingCode}&check=000000`,
        );
        const unknown = await world.fillIn(world.phone);
        const nobodys = await get(
          world,
          world.nobody,
          `/api/v1/track?code=${unknown.submission.trackingCode}&check=042917`,
        );
        expect(wrong.text).toBe(nobodys.text);
        return wrong;
      },
      answered(200),
    ),
    asked(
      'a receipt is no key to the case',
      async (world) => {
        const { item } = await world.fillIn(world.phone);
        const receipt = syncOf(await world.sync(world.phone, [item])).receipts[0]?.receipt ?? '';
        return world.ask(world.nobody, {
          method: 'GET',
          path: '/api/v1/desk/cases',
          headers: { authorization: `Bearer ${receipt}` },
        });
      },
      refused('unauthenticated'),
    ),
  ],
};
