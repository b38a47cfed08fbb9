import { type Exchange, MOST_AT_ONCE, nextBatchBytes, requestBytes } from './air-time';

/** What the exchanges of a runner have shown of the line. It outlives a flush. */
export interface LineMemory {
  history: readonly Exchange[];
  readonly startBytes?: number;
}

const REMEMBERED = 20;

/** What one flush has on its way (OB-36). */
export interface InTheAir {
  /** Bytes that the next request may have; 0 when it has to wait for an answer. */
  room(): number;
  /** A request of so many bytes leaves. To be called once, when its answer is there or is given up after so many milliseconds. */
  leave(bytes: number): (ms: number, answered: boolean) => void;
}

/**
 * Several requests together weigh no more than one would (OB-8), so that a cut costs no more. The first of a flush goes
 * alone: the line may be another than it was. A cut that takes several counts as one.
 */
export function openAir(memory: LineMemory): InTheAir {
  let requests = 0;
  let bytesUp = 0;
  let wasHeard = false;
  let wasLost = false;
  const record = (one: Exchange): void => {
    memory.history = [...memory.history, one].slice(-REMEMBERED);
  };
  return {
    room() {
      const all = nextBatchBytes(memory.history, memory.startBytes);
      const each = requestBytes(all, memory.startBytes);
      if (requests === 0) return each;
      // A request without items has no bytes, and goes alone.
      const hasRoom = bytesUp > 0 && requests < MOST_AT_ONCE && bytesUp + each <= all;
      return wasHeard && hasRoom ? each : 0;
    },
    leave(bytes) {
      requests += 1;
      bytesUp += bytes;
      // What goes up beside it takes its time too.
      const together = bytesUp;
      return (ms, answered) => {
        if (answered) record({ bytes: together, ms, answered });
        else if (!wasLost) record({ bytes: bytesUp, ms, answered });
        requests -= 1;
        bytesUp -= bytes;
        wasHeard ||= answered;
        wasLost ||= !answered;
      };
    },
  };
}
