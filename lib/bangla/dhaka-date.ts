/** The zone every date of an application is meant in. */
export const DHAKA = 'Asia/Dhaka';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Day and minute of an instant in a time zone: `date` YYYY-MM-DD, `time` HH:MM (24 hours). Throws RangeError for a bad instant or zone. */
export function zonedParts(
  instant: number | string,
  timeZone: string = DHAKA,
): { readonly date: string; readonly time: string } {
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
  const part = new Map(format.formatToParts(new Date(instant)).map((piece) => [piece.type, piece.value]));
  return {
    date: `${(part.get('year') ?? '').padStart(4, '0')}-${part.get('month')}-${part.get('day')}`,
    time: `${part.get('hour')}:${part.get('minute')}`,
  };
}

/** The `today` that forms take: the ISO date in Dhaka at this instant (epoch milliseconds). */
export function dhakaToday(now: number): string {
  return zonedParts(now).date;
}
