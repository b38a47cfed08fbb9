import type { FlushOptions } from '../outbox/runner-deps';
import type { Chance } from '../shared/clock';
import type { LineState } from './api';
import { probePause } from './probe-pause';

export interface ProbeDeps {
  /** Asks our server. */
  readonly ask: () => Promise<LineState>;
  readonly flush: (options: FlushOptions) => Promise<void>;
  readonly isSeen: () => boolean;
  readonly savesData: () => boolean;
  readonly chance: Chance;
}

export interface LineProbe {
  /** What the last flush left: whether anything would go as soon as the server answers. */
  follow(waitsForLine: boolean): void;
  /** Somebody looks again: asks at once when something waits. */
  wake(): void;
}

/**
 * Asks for the server every few seconds while something waits for it (OB-31), and sends at once when it answers. A
 * server that answers and then does not take the work is asked less and less often; a server that was truly away is
 * given everything the moment it is back.
 */
export function createLineProbe({ ask, flush, isSeen, savesData, chance }: ProbeDeps): LineProbe {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waits = false;
  let inVain = 0;
  let wasAway = false;

  async function probe(): Promise<void> {
    const state = await ask();
    if (!waits) return;
    if (state !== 'online') {
      wasAway = true;
      inVain = 0;
      plan();
      return;
    }
    const afterFailure = wasAway;
    wasAway = false;
    inVain += 1;
    plan();
    await flush({ hurry: true, afterFailure });
  }

  function plan(): void {
    clearTimeout(timer);
    if (!waits) return;
    const pause = probePause({ isSeen: isSeen(), savesData: savesData(), inVain }, chance);
    timer = setTimeout(() => void probe(), pause);
  }

  return {
    follow(waitsForLine) {
      const isNew = waitsForLine && !waits;
      waits = waitsForLine;
      if (!waits) {
        inVain = 0;
        wasAway = false;
        clearTimeout(timer);
      } else if (isNew) plan();
    },
    wake() {
      if (!waits) return;
      clearTimeout(timer);
      void probe();
    },
  };
}
