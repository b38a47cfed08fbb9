import { CuttingProxy } from '../../e2e/cutting-proxy';
import type { RunningServer } from '../../e2e/fixtures/running-server';
import type { Bytes } from '../../lib/crypto/bytes';
import type { OutboxItem } from '../../lib/outbox/item';
import type { FileSender, SyncPosition } from '../../lib/outbox/ports';
import type { Line } from '../../lib/remote/exchange';
import { type BrowserLine, browserLine } from '../../scripts/bench/browser-line';
import { enrolPaperDevice, type PaperDevice } from '../../scripts/bench/paper-device';
import { createEngine, type Engine } from './engine';
import { type Made, makeItem } from './sealed-items';

/** An enrolled device whose every byte goes over a line that can be cut. */
export class LinedDevice {
  /** JWS by id of everything that was acknowledged, over all its engines. */
  readonly receipts = new Map<string, string>();
  #position: SyncPosition | undefined;
  #count = 0;

  private constructor(
    readonly paper: PaperDevice,
    readonly proxy: CuttingProxy,
    readonly serviceId: string,
  ) {}

  static async enrol(server: RunningServer, serviceId: string): Promise<LinedDevice> {
    const proxy = await CuttingProxy.listen(() => server.port);
    return new LinedDevice(await enrolPaperDevice(`http://127.0.0.1:${proxy.port}`), proxy, serviceId);
  }

  get line(): BrowserLine {
    return browserLine(`http://127.0.0.1:${this.proxy.port}`, this.paper.cookie);
  }

  async make(wish: { readonly paper?: Bytes; readonly queuedAt?: number } = {}): Promise<Made> {
    this.#count += 1;
    return makeItem(this.paper, { serviceId: this.serviceId, nth: this.#count, ...wish });
  }

  async items(count: number): Promise<readonly OutboxItem[]> {
    const items: OutboxItem[] = [];
    while (items.length < count) items.push((await this.make()).item);
    return items;
  }

  /** A queue with these items that knows how far the device has read. */
  async engine(
    items: readonly OutboxItem[],
    { line = this.line, files }: { readonly line?: Line; readonly files?: FileSender } = {},
  ): Promise<Engine> {
    return createEngine({
      line,
      keys: this.paper.keys,
      items,
      ...(this.#position && { position: this.#position }),
      ...(files && { files }),
    });
  }

  /** Remembers what an engine was told. */
  keep(engine: Engine): void {
    const { quietUntil: _, ...position } = engine.memory.position;
    this.#position = position;
    for (const [id, jws] of engine.receipts()) this.receipts.set(id, jws);
  }

  close(): Promise<void> {
    return this.proxy.close();
  }
}
