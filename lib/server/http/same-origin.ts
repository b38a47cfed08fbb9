const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether a browser says that a page of another site made this request, or one under the same domain. */
export function isFromElsewhere(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  return site !== null && site !== 'same-origin' && site !== 'none';
}

/**
 * Whether a request may change something: not when a browser says that another site made it. Clients that are no
 * browsers send neither header; they carry no ambient cookies either. `origin` is the deployment's own address.
 */
export function isAllowedOrigin(request: Request, origin: string | null): boolean {
  if (SAFE.has(request.method)) return true;
  if (isFromElsewhere(request)) return false;
  const sender = request.headers.get('origin');
  return sender === null || sender === origin || hostOf(sender) === request.headers.get('host');
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
