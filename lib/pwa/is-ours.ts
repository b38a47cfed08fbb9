/**
 * True for an answer of our server with the wanted type. A captive portal answers everything with 200 and its own page:
 * what lacks our header is never stored.
 */
export function isOurs(response: Response, type: RegExp): boolean {
  if (response.status !== 200 || response.redirected || response.type === 'opaque') return false;
  return response.headers.has('x-app-build') && type.test(response.headers.get('content-type') ?? '');
}
