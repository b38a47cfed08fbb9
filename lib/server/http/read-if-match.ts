/** The one version an If-Match header names, such as `"3"`; null when there is none or it says anything else. */
export function readIfMatch(header: string | null): number | null {
  const match = /^"(\d{1,9})"$/.exec(header?.trim() ?? '');
  return match?.[1] === undefined ? null : Number(match[1]);
}
