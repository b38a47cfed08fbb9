/** The zone every date of an application is meant in. */
export const DHAKA = 'Asia/Dhaka';

/** Bangladesh Standard Time is UTC+6; the only summer time since 1971 ended on the last day of 2009. */
const DHAKA_OFFSET = 6 * 60 * 60 * 1000;
const LAST_SUMMER_TIME = Date.UTC(2010, 0, 1);

const formats = new Map<string, Intl.DateTimeFormat>();

/** Day and minute of an instant in a time zone: `date` YYYY-MM-DD, `time` HH:MM (24 hours). Throws RangeError for a bad instant or zone. */
export function zonedParts(
  instant: number | string,
  timeZone: string = DHAKA,
): { readonly date: string; readonly time: string } {
  const at = new Date(instant).getTime();
  // The browser's calendar of zones takes a slow phone a tenth of a second to open.
  if (timeZone === DHAKA && at >= LAST_SUMMER_TIME) {
    const iso = new Date(at + DHAKA_OFFSET).toISOString();
    return { date: iso.slice(0, 10), time: iso.slice(11, 16) };
  }
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    formats.set(timeZone, format);
  }
  const part = new Map(format.formatToParts(at).map((piece) => [piece.type, piece.value]));
  return {
    date: `${(part.get('year') ?? '').padStart(4, '0')}-${part.get('month')}-${part.get('day')}`,
    time: `${part.get('hour')}:${part.get('minute')}`,
  };
}

/** The `today` that forms take: the ISO date in Dhaka at this instant (epoch milliseconds). */
export function dhakaToday(now: number): string {
  return zonedParts(now).date;
}
