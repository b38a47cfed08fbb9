let own: string | undefined;

/** The name under which this window sends; other windows and the worker have others. */
export function windowName(): string {
  own ??= `page-${crypto.randomUUID()}`;
  return own;
}

/** Who holds a lease, as a person can be told. The owner of a lease carries the name of its context. */
export function senderOf(leaseOwner: string, here: string): 'this-window' | 'another-window' | 'background' {
  if (leaseOwner.includes(here)) return 'this-window';
  return leaseOwner.includes('worker-') ? 'background' : 'another-window';
}
