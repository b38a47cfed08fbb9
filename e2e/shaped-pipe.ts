import type { Socket } from 'node:net';
import type { LineQuality } from './cutting-proxy';

/** One direction of the line, shared by all connections: when it will have sent what it was given. Epoch milliseconds. */
export interface Lane {
  freeAt: number;
}

interface PipeOptions {
  readonly lane: Lane;
  readonly quality: LineQuality | null;
  /** The first bytes wait one round trip more, for the connection that loopback makes in no time. */
  readonly handshake: boolean;
  /** Called with what comes off the line. */
  readonly onPacket: (packet: Buffer) => Passage;
}

/** What of a packet still gets through, and what happens behind it when that was the last that does. */
export interface Passage {
  readonly through: Buffer;
  readonly cut?: () => void;
}

/** False when the receiver has enough for now. */
function handOver(to: Socket, { through, cut }: Passage): boolean {
  const hasRoom = through.length === 0 || to.write(through);
  cut?.();
  return hasRoom;
}

const PACKET = 1460;
const MOST_UNDER_WAY = 128 * 1024;

/**
 * Copies one socket to another at the line's rate and delay.
 * @returns ends `to` once everything that is on the line has arrived; for a `from` that closed without saying so
 */
export function shapedPipe(from: Socket, to: Socket, options: PipeOptions): () => void {
  if (!options.quality) {
    from.on('data', (data) => {
      if (!handOver(to, options.onPacket(data))) from.pause();
    });
    to.on('drain', () => from.resume());
    from.on('end', () => to.end());
    return () => void to.end();
  }
  return pipeSlowly(from, to, options, options.quality);
}

function pipeSlowly(from: Socket, to: Socket, options: PipeOptions, quality: LineQuality): () => void {
  const { lane } = options;
  const bytesPerMs = quality.bitsPerSecond / 8000;
  let notBefore = options.handshake ? Date.now() + quality.roundTripMs : 0;
  let underWay = 0;
  const onTheLine: (Buffer | null)[] = [];
  // Two timers a fraction of a millisecond apart may fire the wrong way round: each delivers whatever comes next.
  const deliverNext = () => {
    const packet = onTheLine.shift();
    if (to.destroyed || packet === undefined) return;
    if (packet === null) return void to.end();
    handOver(to, options.onPacket(packet));
    underWay -= packet.length;
    if (underWay < MOST_UNDER_WAY) from.resume();
  };
  const deliver = (packet: Buffer | null, at: number) => {
    onTheLine.push(packet);
    setTimeout(deliverNext, Math.max(0, at - Date.now()));
  };
  from.on('data', (data: Buffer) => {
    for (let start = 0; start < data.length; start += PACKET) {
      const packet = data.subarray(start, start + PACKET);
      lane.freeAt = Math.max(lane.freeAt, Date.now(), notBefore) + packet.length / bytesPerMs;
      underWay += packet.length;
      deliver(packet, lane.freeAt + quality.roundTripMs / 2);
    }
    notBefore = 0;
    if (underWay >= MOST_UNDER_WAY) from.pause();
  });
  const endLater = () => deliver(null, Math.max(lane.freeAt, Date.now()) + quality.roundTripMs / 2 + 1);
  from.on('end', endLater);
  return endLater;
}
