const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request may change something: not when a browser says that another site made it. Clients that are no
 * browsers send neither header; they carry no ambient cookies either. `origin` is the deployment's own address.
 */
export function isAllowedOrigin(request: Request, origin: string | null): boolean {
  if (SAFE.has(request.method)) return true;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return false;
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
