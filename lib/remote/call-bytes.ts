/** What one call weighed, bytes. */
export interface CallBytes {
  readonly up: number;
  readonly down: number;
}

/**
 * Request line and headers of a call, about: a page cannot see what the browser adds. Chromium 156 sends 547 bytes with a
 * question for the line, and our two cookies after them. Without TLS and without the name look-up, so the operator's
 * bill is a little higher.
 */
const REQUEST_HEAD = 750;
/** Status and headers of an answer of the API, about. */
const ANSWER_HEAD = 400;

/**
 * An honest estimate of what a call took from the data pack. An answer counts as it travelled, packed, when the server says how long that was. A
 * call without an answer counts its body, which may have gone, and nothing else: most of them never left the device.
 */
export function bytesOfCall(
  call: { readonly body?: Uint8Array | string },
  answer: { readonly headers: Headers; readonly body: Uint8Array } | null,
): CallBytes {
  const body = bodyBytes(call.body);
  if (answer === null) return { up: body, down: 0 };
  const told = Number(answer.headers.get('content-length') ?? Number.NaN);
  const down = Number.isSafeInteger(told) ? told : answer.body.length;
  return { up: REQUEST_HEAD + body, down: ANSWER_HEAD + down };
}

function bodyBytes(body: Uint8Array | string | undefined): number {
  return typeof body === 'string' ? new TextEncoder().encode(body).length : (body?.length ?? 0);
}
