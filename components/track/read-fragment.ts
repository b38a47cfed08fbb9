/** Code and check of a slip's QR (`#c=…&k=…`). The fragment never leaves the phone. */
export function readFragment(hash: string): { readonly code: string; readonly check: string } {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  return { code: params.get('c') ?? '', check: params.get('k') ?? '' };
}
