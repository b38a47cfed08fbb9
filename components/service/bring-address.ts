/** "What do I bring?" of a service: a view of its page, so that it needs no page of its own off line. */
export function bringAddress(serviceId: string): string {
  return `/service?id=${encodeURIComponent(serviceId)}&view=bring`;
}
