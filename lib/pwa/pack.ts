/** One stored page answer. `segment` is what the router asks for beside the path; null = the HTML itself. */
export interface PackedShell {
  readonly path: string;
  readonly segment: string | null;
  readonly body: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** One file of the build that no first visit has loaded. */
export interface PackedFile {
  readonly path: string;
  readonly type: string;
  readonly body: number;
}

/**
 * Everything that makes pages open off line, in one file: one request instead of four per page. `bodies` are shared, because
 * Next stores the same payload under several names.
 */
export interface OfflinePack {
  readonly build: string;
  readonly shells: readonly PackedShell[];
  readonly files: readonly PackedFile[];
  readonly bodies: readonly string[];
}

/** The segment that names a page's whole payload: what a navigation asks for. */
export const WHOLE_PAYLOAD = '';

/** Key of a stored page answer. The query and `_rsc` are not part of it: a shell is the same whatever is asked of it. */
export function shellKey(path: string, segment: string | null): string {
  const trimmed = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
  return `/__shell${trimmed}?segment=${segment === null ? 'html' : encodeURIComponent(`rsc:${segment}`)}`;
}

/** What a GET request to our own origin wants of the pack; null = not a page. */
export function wantedShell(url: URL, headers: Headers, isNavigation: boolean): string | null {
  if (isNavigation) return shellKey(url.pathname, null);
  if (headers.get('rsc') !== '1') return null;
  return shellKey(url.pathname, headers.get('next-router-segment-prefetch') ?? WHOLE_PAYLOAD);
}

/** Parses what the server answered; null when it is not the pack of this very build. */
export function parsePack(text: string, build: string): OfflinePack | null {
  try {
    const pack = JSON.parse(text) as OfflinePack;
    return pack.build === build && Array.isArray(pack.shells) && Array.isArray(pack.files) ? pack : null;
  } catch {
    return null;
  }
}
