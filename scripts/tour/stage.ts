import { CuttingProxy } from '../../e2e/cutting-proxy';
import type { DeviceShape } from '../../e2e/fixtures/device';
import { Device } from '../../e2e/fixtures/device';
import { RunningServer } from '../../e2e/fixtures/running-server';
import type { Slip } from '../../e2e/pages/slip-page';

/** The real server, a line that can be cut, and the devices of the story. */
export class Stage {
  readonly line: CuttingProxy;
  /** The slips of the story by a word for each. */
  readonly slips = new Map<string, Slip>();
  readonly #server: RunningServer;
  readonly #devices = new Map<string, Device>();

  private constructor(server: RunningServer, line: CuttingProxy) {
    this.#server = server;
    this.line = line;
  }

  static async build(): Promise<Stage> {
    const server = await RunningServer.start();
    return new Stage(server, await CuttingProxy.listen(() => server.port));
  }

  /** The device of that name, switched on when first asked for. */
  async device(name: string, shape: DeviceShape): Promise<Device> {
    const known = this.#devices.get(name);
    if (known) return known;
    const device = new Device(shape, this.line.origin);
    this.#devices.set(name, device);
    await device.start();
    return device;
  }

  counter(): Promise<Device> {
    return this.device('counter', 'counter');
  }

  slip(name: string): Slip {
    const slip = this.slips.get(name);
    if (!slip) throw new Error(`the story has no slip ${name} yet`);
    return slip;
  }

  async clear(): Promise<void> {
    for (const device of this.#devices.values()) await device.discard();
    await this.line.close();
    await this.#server.stop();
  }
}
