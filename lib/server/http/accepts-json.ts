const FINE = new Set(['*/*', 'application/*', 'application/json', 'application/problem+json']);

/** Whether an Accept header leaves room for JSON. No header leaves room for everything. */
export function acceptsJson(accept: string | null): boolean {
  if (accept === null || accept.trim() === '') return true;
  return accept.split(',').some((range) => {
    const [type = '', ...parameters] = range
      .trim()
      .toLowerCase()
      .split(';')
      .map((part) => part.trim());
    return FINE.has(type) && !parameters.some((p) => /^q=0(\.0*)?$/.test(p));
  });
}
