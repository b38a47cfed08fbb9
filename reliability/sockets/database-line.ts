import type { Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { type Frame, FrameReader, isGo, isReady, sqlOf } from './frames';

/** A statement on its way to PostgreSQL. `nth` counts in its transaction, `begin` being 0; null outside of one. */
export interface Statement {
  readonly sql: string;
  readonly nth: number | null;
}

/** `before`: PostgreSQL never sees it · `sent`: it has it, nobody waits for the answer · `answered`: it has done it, the app does not know. */
export type Moment = 'before' | 'sent' | 'answered';

export interface Trap {
  readonly at: (statement: Statement) => boolean;
  readonly moment: Moment;
  /** Called once; from then on this connection is silent in both directions until it is cut. */
  readonly act: () => void;
}

/** Stands between the app and PostgreSQL, reads every message that goes by, and stops at the one it was told to. */
export class DatabaseLine {
  readonly #server: Server;
  readonly #target: () => number;
  readonly #sockets = new Set<Socket>();
  #trap: Trap | null = null;
  #isOpen = true;
  /** Every statement since it was last emptied. */
  readonly statements: Statement[] = [];

  private constructor(target: () => number) {
    this.#target = target;
    this.#server = createServer((socket) => this.#join(socket));
  }

  static async listen(target: () => number): Promise<DatabaseLine> {
    const line = new DatabaseLine(target);
    await new Promise<void>((resolve) => line.#server.listen(0, '127.0.0.1', resolve));
    return line;
  }

  get port(): number {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the line does not listen');
    return address.port;
  }

  /** Resolves when the trap has caught something, and its `act` was called. */
  setTrap({ at, moment, act }: Trap): Promise<Statement> {
    return new Promise((resolve) => {
      let caught: Statement | undefined;
      this.#trap = {
        at: (statement) => {
          if (!at(statement)) return false;
          caught = statement;
          return true;
        },
        moment,
        act: () => {
          act();
          if (caught) resolve(caught);
        },
      };
    });
  }

  /** Breaks every connection; new ones are taken unless `refuse`. */
  cut({ refuse = false }: { readonly refuse?: boolean } = {}): void {
    this.#isOpen = !refuse;
    for (const socket of this.#sockets) socket.destroy();
  }

  restore(): void {
    this.#isOpen = true;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#sockets.delete(socket));
  }

  #join(app: Socket): void {
    this.#keep(app);
    if (!this.#isOpen) return void app.resetAndDestroy();
    const database = connect({ port: this.#target(), host: '127.0.0.1' });
    this.#keep(database);
    app.on('close', () => database.destroy());
    database.on('close', () => app.destroy());
    const talk = new Talk(
      (statement) => this.#caughtBy(statement),
      (statement) => this.statements.push(statement),
    );
    const requests = new FrameReader({ untypedFirst: true });
    const answers = new FrameReader({ untypedFirst: false });
    app.on('data', (data) => {
      for (const frame of requests.read(data)) if (talk.mayGo(frame)) database.write(frame.bytes);
    });
    database.on('data', (data) => {
      for (const frame of answers.read(data)) if (talk.mayReturn(frame)) app.write(frame.bytes);
    });
  }

  #caughtBy(statement: Statement): Trap | null {
    const trap = this.#trap;
    if (!trap?.at(statement)) return null;
    this.#trap = null;
    return trap;
  }
}

/** One connection's place in its transaction, and the trap that has shut on it. */
class Talk {
  readonly #catch: (statement: Statement) => Trap | null;
  readonly #note: (statement: Statement) => void;
  #nth: number | null = null;
  #trap: Trap | null = null;
  #isSilent = false;

  constructor(catchIt: (statement: Statement) => Trap | null, note: (statement: Statement) => void) {
    this.#catch = catchIt;
    this.#note = note;
  }

  mayGo(frame: Frame): boolean {
    if (this.#isSilent) return false;
    const sql = sqlOf(frame);
    if (sql !== null) {
      const statement = this.#place(sql);
      this.#note(statement);
      this.#trap = this.#catch(statement);
      if (this.#trap?.moment === 'before') return this.#shut();
    }
    // the message itself still goes: written before whatever the trap does
    if (isGo(frame) && this.#trap?.moment === 'sent') setImmediate(() => this.#shut());
    return true;
  }

  mayReturn(frame: Frame): boolean {
    if (this.#isSilent) return false;
    // nothing of the answer goes back, and at its end the trap shuts
    if (this.#trap?.moment === 'answered') return isReady(frame) ? this.#shut() : false;
    return this.#trap === null;
  }

  #place(sql: string): Statement {
    if (/^begin\b/i.test(sql)) this.#nth = 0;
    else if (this.#nth !== null) this.#nth += 1;
    const statement = { sql, nth: this.#nth };
    if (/^(commit|rollback)\b/i.test(sql)) this.#nth = null;
    return statement;
  }

  #shut(): false {
    this.#isSilent = true;
    this.#trap?.act();
    return false;
  }
}
