/** ETags of what a client says it has. */
export function knownEtags(request: Request): readonly string[] {
  return (request.headers.get('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
}
