import pg from 'pg';
import { RunningServer } from '@/e2e/fixtures/running-server';
import {
  type CatalogueResponse,
  type CompactSyncResponse,
  type DeskCase,
  type EnrolResponse,
  PROTOCOL,
  type ServerKeys,
  type SyncResponse,
  type WireSubmission,
} from '@/lib/contract/wire';
import { expandAnswer } from '@/lib/crypto/expand-answer';
import { type Application, fillIn, type Wish } from './application';
import { Canaries } from './canary';
import { complaints, errorComplaints } from './check-answer';
import { jpeg } from './files';
import { type Answer, sendBytes, sendHttp, type Wire } from './http';
import { Ledger } from './ledger';
import { Person } from './person';
import { uploadFile } from './upload';

export interface Watch {
  /** The asker may see personal data. */
  readonly mayRead?: boolean;
  /** The app itself answers, and not Node's parser of HTTP. */
  readonly isApi?: boolean;
}

/** The production server on a PostgreSQL of its own, the people of the demo, and a watch on everything it says. */
export class World {
  readonly canaries = new Canaries();
  readonly ledger = new Ledger();
  readonly nobody = new Person();
  readonly centre = new Person();
  readonly phone = new Person();
  readonly officer = new Person();
  /** Sees births and deaths only. */
  readonly registrar = new Person();
  catalogue: CatalogueResponse = { version: 0, agencies: [], optionSets: {}, services: [], removed: [] };

  private constructor(
    readonly server: RunningServer,
    readonly pool: pg.Pool,
    readonly keys: ServerKeys,
    readonly printed: readonly string[],
  ) {}

  static async start(): Promise<World> {
    const printed: string[] = [];
    const server = await RunningServer.start({
      // more than production logs: nothing personal may stand at any level
      env: { SETU_LOG_LEVEL: 'trace' },
      onOutput: (text) => printed.push(text),
    });
    const keys = await sendHttp(server.port, { method: 'GET', path: '/api/v1/server-keys' });
    const pool = new pg.Pool({ connectionString: server.databaseUrl, max: 2 });
    const world = new World(server, pool, JSON.parse(keys.text), printed);
    world.catalogue = await world.read('/api/v1/catalogue');
    await world.signIn(world.centre, 'shiuli');
    await world.enrol(world.centre, 'centre');
    await world.enrol(world.phone, 'personal');
    await world.signIn(world.officer, 'officer');
    await world.signIn(world.registrar, 'registrar');
    return world;
  }

  async stop(): Promise<void> {
    await this.pool.end();
    await this.server.stop();
  }

  /** Sends, and checks what every answer has to keep to. */
  async ask(person: Person, wire: Wire, { mayRead = false, isApi = true }: Watch = {}): Promise<Answer> {
    const answer = await sendHttp(this.server.port, person.dress(wire));
    this.#check(answer, isApi, mayRead);
    return answer;
  }

  /** The same for bytes that no library sends. */
  async askBytes(raw: string | Uint8Array, { isApi = true }: Watch = {}): Promise<Answer> {
    const answer = await sendBytes(this.server.port, raw);
    this.#check(answer, isApi, false);
    return answer;
  }

  #check(answer: Answer, isApi: boolean, mayRead: boolean): void {
    const found = [...complaints(answer, isApi)];
    const said = JSON.stringify(answer.headers) + answer.text;
    if (!mayRead) found.push(...this.canaries.foundIn(said).map((text) => `it repeats "${text}"`));
    if (found.length > 0) throw new Error(`${answer.status}: ${found.join('; ')}`);
  }

  json(person: Person, method: string, path: string, body: unknown, headers = {}): Promise<Answer> {
    const all = { 'content-type': 'application/json', ...headers };
    return this.ask(person, { method, path, headers: all, body: JSON.stringify(body) });
  }

  async read<T>(path: string, person: Person = this.nobody, mayRead = false): Promise<T> {
    const answer = await this.ask(person, { method: 'GET', path }, { mayRead });
    if (answer.status !== 200) throw new Error(`${path} said ${answer.status}`);
    return JSON.parse(answer.text) as T;
  }

  /** A case as the officer reads it. */
  readCase(id: string): Promise<DeskCase> {
    return this.read(`/api/v1/desk/cases/${id}`, this.officer, true);
  }

  /** A decision of the officer upon what he read at a version; null sends no If-Match. */
  decide(id: string, body: unknown, ifMatch: string | null = '"1"'): Promise<Answer> {
    const headers = {
      'content-type': 'application/json',
      ...(ifMatch === null ? {} : { 'if-match': ifMatch }),
    };
    const path = `/api/v1/desk/cases/${id}/decision`;
    return this.ask(
      this.officer,
      { method: 'POST', path, headers, body: JSON.stringify(body) },
      { mayRead: true },
    );
  }

  async signIn(person: Person, username: string, password = 'setu-demo-2026'): Promise<Answer> {
    const answer = await this.json(person, 'POST', '/api/auth/sign-in/username', { username, password });
    person.keep(answer);
    return answer;
  }

  async enrol(person: Person, kind: 'centre' | 'personal'): Promise<EnrolResponse> {
    const answer = await this.json(person, 'POST', '/api/v1/devices', { kind, name: 'Corpus' });
    if (answer.status !== 201) throw new Error(`not enrolled: ${answer.status}`);
    person.keep(answer);
    const enrolled = JSON.parse(answer.text) as EnrolResponse;
    person.deviceCode = enrolled.deviceCode;
    return enrolled;
  }

  fillIn(person: Person, wish: Wish = {}): Promise<Application> {
    return fillIn(this, person.deviceCode, wish);
  }

  /** A sync of these items; the ledger learns what became of each. */
  async sync(person: Person, items: readonly unknown[], envelope: object = {}): Promise<Answer> {
    const { cursor } = person;
    const body = { protocol: PROTOCOL, cursor, catalogueVersion: 0, submissions: items, ...envelope };
    return this.syncText(person, JSON.stringify(body));
  }

  /** The same with the body spelt out. */
  async syncText(person: Person, body: string | Uint8Array, headers = {}): Promise<Answer> {
    const said = await this.ask(person, {
      method: 'POST',
      path: '/api/v1/sync',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    if (said.status !== 200) return said;
    const answer = await writtenOut(said, body);
    const { receipts, cursor } = syncOf(answer);
    person.cursor = Math.max(person.cursor, cursor);
    if (receipts.length > 0) {
      const sent = JSON.parse(Buffer.from(body as Uint8Array).toString('utf8')) as { submissions: unknown[] };
      this.ledger.note(sent.submissions, receipts);
    }
    for (const { problem } of receipts) {
      const found = errorComplaints(problem?.errors);
      if (found.length > 0 || problem?.code === 'internal') throw new Error(found.join() || 'internal');
    }
    return answer;
  }

  /** Files one application; it has to be taken. */
  async file(person: Person, wish: Wish = {}): Promise<Application> {
    const made = await this.fillIn(person, wish);
    const answer = await this.sync(person, [made.item]);
    const [receipt] = syncOf(answer).receipts;
    if (receipt?.outcome !== 'accepted') throw new Error(`not taken: ${JSON.stringify(receipt)}`);
    return made;
  }

  /** Files one application and uploads its first file, a small photograph. */
  async fileWithUpload(person: Person): Promise<Application> {
    const made = await this.file(person, { file: await jpeg() });
    const said = await uploadFile(this, made);
    if (said.status !== 204) throw new Error(`not stored: ${said.status}`);
    return made;
  }
}

/** The answer as protocol 1 gives it. */
async function writtenOut(said: Answer, body: string | Uint8Array): Promise<Answer> {
  const compact = JSON.parse(said.text) as CompactSyncResponse;
  if (!compact.signed) return said;
  const sent = JSON.parse(Buffer.from(body as Uint8Array).toString('utf8')) as {
    submissions: WireSubmission[];
  };
  const whole = await expandAnswer(compact, sent.submissions);
  if (!whole) throw new Error('the answer speaks of another request');
  return { ...said, text: JSON.stringify(whole) };
}

export const syncOf = (answer: Answer): SyncResponse => JSON.parse(answer.text) as SyncResponse;
