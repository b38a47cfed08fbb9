import type { Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import type { Lane, Passage } from './shaped-pipe';
import { shapedPipe } from './shaped-pipe';

/** A line as people have it. Both directions have the same rate; `roundTripMs` is what a packet needs there and back. */
export interface LineQuality {
  readonly bitsPerSecond: number;
  readonly roundTripMs: number;
}

/** A hotel network answers everybody with its page, with the way to it, or with nothing. */
type PortalMode = 'captive-portal' | 'portal-redirect' | 'portal-empty';

export type LineMode = 'open' | 'refused' | 'silent' | PortalMode;

type Direction = 'up' | 'down';

/** How the receiver learns of a cut: what got through arrives and then the end (`end`), or a reset, which may overtake it. */
export type CutManner = 'end' | 'reset';

interface PlannedCut {
  readonly direction: Direction;
  readonly manner: CutManner;
  left: number;
}

const PORTAL_PAGE = '<!doctype html><title>Free Wi-Fi</title><h1>Sign in to use the hotel network</h1>';

const REQUEST_LINE = /^((?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) \S+) HTTP\/1\.1\r$/gm;

/**
 * A line of our own between browser and server. Playwright's setOffline does not reach service workers; a TCP proxy cuts for
 * everybody: pages, workers, uploads.
 */
export class CuttingProxy {
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;
  readonly #target: () => number;
  #mode: LineMode = 'open';
  #quality: LineQuality | null = null;
  #lanes: { up: Lane; down: Lane } = { up: { freeAt: 0 }, down: { freeAt: 0 } };
  #cutAfter: PlannedCut | null = null;
  #toServer = new Set<Socket>();
  /** Bytes that went through since the last `resetCounts`. */
  readonly counts = { up: 0, down: 0, connections: 0 };
  /** Method and path of every request since then. A body that looks like a request would be counted too. */
  readonly requests: string[] = [];

  private constructor(target: () => number) {
    this.#target = target;
    this.#server = createServer((socket) => this.#accept(socket));
  }

  /** `target` is asked at every connection, so that the server may come back on another port. */
  static async listen(target: () => number): Promise<CuttingProxy> {
    const proxy = new CuttingProxy(target);
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get port(): number {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the proxy does not listen');
    return address.port;
  }

  get origin(): string {
    return `http://localhost:${this.port}`;
  }

  /** Pulls the plug: what is under way breaks, and nothing new comes through. */
  cut(mode: Exclude<LineMode, 'open'> = 'refused'): void {
    this.#mode = mode;
    for (const socket of this.#sockets) socket.destroy();
  }

  restore(): void {
    // a connection of the portal would go on answering for it
    if (this.#mode !== 'open') for (const socket of this.#sockets) socket.destroy();
    this.#mode = 'open';
    this.#cutAfter = null;
  }

  /**
   * Breaks the line once, after exactly so many more bytes in a direction; then it is refused until `restore`. After 0 bytes:
   * when the first one comes.
   */
  cutAfter(direction: Direction, bytes: number, manner: CutManner = 'end'): void {
    this.#cutAfter = { direction, left: bytes, manner };
  }

  /** Whether the planned cut is still to come. */
  get willCut(): boolean {
    return this.#cutAfter !== null;
  }

  /** Resolves when the server has closed every connection from here: it has seen what got through to it, and the end. */
  async leftByServer(): Promise<void> {
    await Promise.all(
      [...this.#toServer].map((socket) => new Promise((resolve) => socket.once('close', resolve))),
    );
  }

  /** null = as fast as the machine. */
  shape(quality: LineQuality | null): void {
    this.#quality = quality;
    this.#lanes = { up: { freeAt: 0 }, down: { freeAt: 0 } };
  }

  resetCounts(): void {
    Object.assign(this.counts, { up: 0, down: 0, connections: 0 });
    this.requests.length = 0;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #accept(socket: Socket): void {
    this.#keep(socket);
    if (this.#mode === 'refused') return void socket.resetAndDestroy();
    if (this.#mode === 'silent') return;
    if (this.#mode !== 'open') return void answerAsPortal(socket, this.#mode);
    this.counts.connections += 1;
    this.#join(socket);
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#sockets.delete(socket));
  }

  #join(client: Socket): void {
    const server = connect({ port: this.#target(), host: '127.0.0.1' });
    this.#keep(server);
    this.#toServer.add(server);
    server.on('close', () => this.#toServer.delete(server));
    // what was let through still goes: only then is it known what the server has
    client.on('close', () => server.destroySoon());
    client.on('data', (data: Buffer) => {
      for (const [, request] of data.toString('latin1').matchAll(REQUEST_LINE))
        this.requests.push(request ?? '');
    });
    shapedPipe(client, server, {
      lane: this.#lanes.up,
      quality: this.#quality,
      handshake: true,
      onPacket: (packet) => this.#pass('up', packet, { from: client, to: server }),
    });
    const endAnswer = shapedPipe(server, client, {
      lane: this.#lanes.down,
      quality: this.#quality,
      handshake: false,
      onPacket: (packet) => this.#pass('down', packet, { from: server, to: client }),
    });
    // What the server said before it closed is still on its way.
    server.on('close', endAnswer);
  }

  #pass(direction: Direction, packet: Buffer, ends: { readonly from: Socket; readonly to: Socket }): Passage {
    const plan = this.#cutAfter;
    const isCut = plan?.direction === direction && packet.length >= plan.left;
    const through = isCut ? packet.subarray(0, plan.left) : packet;
    this.counts[direction] += through.length;
    if (!isCut) {
      if (plan?.direction === direction) plan.left -= packet.length;
      return { through };
    }
    this.#cutAfter = null;
    this.#mode = 'refused';
    return { through, cut: () => this.#cutBehind(plan.manner, ends) };
  }

  #cutBehind(manner: CutManner, { from, to }: { readonly from: Socket; readonly to: Socket }): void {
    if (manner === 'end') to.end();
    else to.resetAndDestroy();
    from.destroy();
    for (const socket of this.#sockets) if (socket !== to) socket.destroy();
  }
}

function answerAsPortal(socket: Socket, mode: PortalMode): void {
  socket.on('data', (asked) => {
    const isPage = mode === 'captive-portal' || asked.toString('latin1').startsWith('GET /login ');
    const status =
      mode === 'portal-redirect' && !isPage
        ? `302 Found\r\nLocation: http://127.0.0.1:${socket.localPort}/login`
        : '200 OK';
    const body = isPage ? PORTAL_PAGE : '';
    socket.write(
      `HTTP/1.1 ${status}\r\nContent-Type: text/html\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
  });
}
