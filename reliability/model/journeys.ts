import { beginDraft } from '../../lib/browser/begin-draft';
import { queueDraft } from '../../lib/browser/queue-draft';
import { SAMPLE_SERVICE } from '../../lib/local/testing/sample-items';
import { tidyKept } from '../../lib/local/tidy-kept';
import { askAgain } from '../../lib/outbox/ask-again';
import { assert } from '../../lib/shared/assert';
import { type CountedDevice, filledDraft, named, photograph, write } from './counted-device';

/** Something a person or the queue does, with what has to be there before. Doing it again is always right. */
export interface Journey {
  readonly name: string;
  /** Resolves with the id of the application that the journey is about; empty when it makes one. */
  prepare(device: CountedDevice): Promise<string>;
  go(device: CountedDevice, id: string): Promise<unknown>;
}

const queued = async (device: CountedDevice, withFile = false): Promise<string> => {
  const id = await filledDraft(device, { withFile });
  const slip = await queueDraft(device.room, id);
  assert(slip.ok, 'a draft that lacks nothing can be queued');
  return id;
};
const received = async (device: CountedDevice): Promise<string> => {
  const id = await queued(device, true);
  await device.runner.flushOnce();
  return id;
};
const flush = ({ runner }: CountedDevice) => runner.flushOnce({ hurry: true });

export const JOURNEYS: readonly Journey[] = [
  {
    name: 'begin a draft',
    prepare: async () => '',
    go: ({ room }) => beginDraft(room, SAMPLE_SERVICE.id),
  },
  {
    name: 'write a word',
    prepare: (device) => filledDraft(device),
    go: (device, id) => write(device, id, [named('করিম')]),
  },
  {
    name: 'attach a file',
    prepare: (device) => filledDraft(device),
    go: async (device, id) => write(device, id, [await photograph(id)]),
  },
  { name: 'queue one', prepare: (device) => filledDraft(device), go: ({ room }, id) => queueDraft(room, id) },
  {
    name: 'queue one with a file',
    prepare: (device) => filledDraft(device, { withFile: true }),
    go: ({ room }, id) => queueDraft(room, id),
  },
  { name: 'send and get the receipt', prepare: (device) => queued(device), go: flush },
  { name: 'send with a file', prepare: (device) => queued(device, true), go: flush },
  {
    name: 'send and be refused',
    prepare: async (device) => {
      const id = await queued(device);
      await queued(device);
      device.refused.add(id);
      return id;
    },
    go: flush,
  },
  {
    name: 'send into a portal',
    prepare: async (device) => {
      const id = await queued(device);
      device.device.isPortal = true;
      return id;
    },
    go: flush,
  },
  {
    name: 'meet a restored server',
    prepare: async (device) => {
      const id = await received(device);
      device.server.known.clear();
      device.server.uploads.clear();
      device.server.state.epoch = 'e2';
      return id;
    },
    go: flush,
  },
  {
    name: 'ask again after a refusal',
    prepare: async (device) => {
      const id = await queued(device);
      device.refused.add(id);
      await device.runner.flushOnce();
      device.refused.clear();
      return id;
    },
    go: ({ room }, id) => askAgain({ store: room.outbox, clock: room.now }, id),
  },
  { name: 'tidy up', prepare: received, go: ({ room }) => tidyKept(room.gate, room.now()) },
];
