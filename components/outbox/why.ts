import type { BoardItem } from '@/lib/browser/api';

/** The true reason why an application stands where it stands: a key of the words, and the instant that belongs into them. */
export interface Why {
  readonly key:
    | 'held'
    | 'held-sending'
    | 'in-line'
    | 'no-line'
    | 'no-line-since'
    | 'quiet'
    | 'server-busy'
    | 'server-error'
    | 'not-our-server'
    | 'session-needed'
    | 'sending-this-window'
    | 'sending-another-window'
    | 'sending-background'
    | 'with-department'
    | 'department-closed';
  readonly at?: number;
}

export interface Circumstances {
  readonly now: number;
  /** When the server last answered; null = never. */
  readonly lastContact: number | null;
  /** Until when the server asked to be left alone; null = it did not. */
  readonly quietUntil: number | null;
}

/** Why an application has not got further; null where the reason is told elsewhere (drafts, attention, decisions). */
export function whyOf({ place }: BoardItem, { now, lastContact, quietUntil }: Circumstances): Why | null {
  switch (place.kind) {
    case 'sending':
      return { key: place.held ? 'held-sending' : `sending-${place.by}` };
    case 'waiting': {
      if (place.held) return { key: 'held' };
      if (quietUntil !== null && quietUntil > now) return { key: 'quiet', at: quietUntil };
      if (place.reason === 'no-line' && lastContact !== null)
        return { key: 'no-line-since', at: lastContact };
      if (place.reason === 'server-busy' && place.retryAt !== null && place.retryAt > now)
        return { key: 'quiet', at: place.retryAt };
      return { key: place.reason ?? 'in-line' };
    }
    case 'received':
      // As long as papers are on their way, their number says it.
      if (place.status !== 'received' || place.files.have < place.files.of) return null;
      return { key: isWeeklyHoliday(now) ? 'department-closed' : 'with-department' };
    default:
      return null;
  }
}

/** Friday and Saturday, by the clock of Dhaka (UTC+6): government offices are closed. Feasts are not known here. */
function isWeeklyHoliday(now: number): boolean {
  const day = new Date(now + 6 * 60 * 60 * 1000).getUTCDay();
  return day === 5 || day === 6;
}
