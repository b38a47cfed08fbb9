/** Where a page of cases ended. */
export interface CasePosition {
  readonly receivedAt: string;
  readonly id: string;
}

const SHAPE =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})$/;

export const formatCasePosition = ({ receivedAt, id }: CasePosition): string => `${receivedAt}_${id}`;

/** Null when the text is not a position this server gave out. */
export function parseCasePosition(text: string): CasePosition | null {
  const match = SHAPE.exec(text);
  if (!match?.[1] || !match[2] || !isInstant(match[1])) return null;
  return { receivedAt: match[1], id: match[2] };
}

// 30 February reads as 2 March, and a year 0 is one that the database does not have.
function isInstant(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text && !text.startsWith('0000');
}
