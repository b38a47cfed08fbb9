/*
 * Loaded into the app's server process before Next, which answers two things with a 500: a method the web's Request cannot
 * hold (TRACE), and an address with half an escape in it. Here they are a 405 and a 400, as the rest of the API words them.
 */
import { randomBytes } from 'node:crypto';
import http from 'node:http';

const KNOWN = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** The listener, spared what it cannot answer. */
export function refuseStrangeRequests(listener) {
  return (request, response) => {
    if (!KNOWN.includes(request.method))
      refuse(response, 405, 'method-not-allowed', { allow: KNOWN.join(', ') });
    else if (!isReadable(request.url)) refuse(response, 400, 'malformed-request');
    else listener(request, response);
  };
}

function isReadable(url) {
  try {
    decodeURIComponent(url.split('?', 1)[0]);
    return true;
  } catch {
    return false;
  }
}

function refuse(response, status, code, headers = {}) {
  const traceId = randomBytes(8).toString('hex');
  response.writeHead(status, {
    ...headers,
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    // whatever body there is stays unread
    connection: 'close',
  });
  const type = `urn:sheba-setu:problem:${code}`;
  response.end(JSON.stringify({ type, title: code.replaceAll('-', ' '), status, code, traceId }));
}

const { createServer } = http;
http.createServer = (...given) =>
  createServer(...given.map((one) => (typeof one === 'function' ? refuseStrangeRequests(one) : one)));
