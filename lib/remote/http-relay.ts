import { relayResponseSchema, TICKET_HEADER, ticketResponseSchema } from '../contract/relay-schema';
import type { RelayRequest, RelayResponse } from '../contract/wire';
import { ok, type Result } from '../shared/result';
import { callJson } from './call-json';
import type { Line } from './exchange';
import { jsonBody } from './json-body';
import type { Trouble } from './trouble';

/** The ticket with which others may hand in this device's work. */
export async function fetchTicket(line: Line): Promise<Result<string, Trouble>> {
  const answer = await callJson(line, { method: 'GET', path: '/api/v1/ticket' }, ticketResponseSchema);
  return answer.ok ? ok(answer.value.value.ticket) : answer;
}

/** The same line on behalf of another device: its ticket goes along with every call. */
export function lineUnder(ticket: string, line: Line): Line {
  return {
    ...line,
    fetch: (input, init = {}) => {
      const headers = new Headers(init.headers);
      headers.set(TICKET_HEADER, ticket);
      return line.fetch(input, { ...init, headers });
    },
  };
}

/** Hands in sealed work of another device over a line under its ticket. */
export async function postRelay(line: Line, request: RelayRequest): Promise<Result<RelayResponse, Trouble>> {
  const { body, headers } = await jsonBody(request);
  const call = { method: 'POST', path: '/api/v1/relay', body, headers } as const;
  const answer = await callJson(line, call, relayResponseSchema);
  return answer.ok ? ok(answer.value.value) : answer;
}
