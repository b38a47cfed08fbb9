import type * as z from 'zod/mini';
import {
  caseAuditSchema,
  decisionRequestSchema,
  deskCaseListSchema,
  deskCaseSchema,
  trackResponseSchema,
} from './case-schema';
import { catalogueResponseSchema, serviceFormsSchema, serviceListSchema } from './catalogue-schema';
import { enrolRequestSchema, enrolResponseSchema, meSchema } from './device-schema';
import { neverArrivedSchema, settleRequestSchema } from './never-arrived-schema';
import type { ProblemCode } from './problem';
import { relayRequestSchema, relayResponseSchema, ticketResponseSchema } from './relay-schema';
import { serverKeysSchema } from './server-keys-schema';
import { healthResponseSchema } from './service-schema';
import {
  compactSyncRequestSchema,
  compactSyncResponseSchema,
  syncRequestSchema,
  syncResponseSchema,
} from './sync-schema';

export type Credential = 'none' | 'device-cookie' | 'session-cookie' | 'ticket';

/** One call of the protocol, as `docs/protocol.md` and the OpenAPI document describe it. */
export interface ApiRoute {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly summary: string;
  readonly credential: Credential;
  readonly query?: readonly { readonly name: string; readonly required: boolean; readonly about: string }[];
  readonly headers?: readonly { readonly name: string; readonly required: boolean; readonly about: string }[];
  readonly request?: { readonly name: string; readonly schema: z.ZodMiniType };
  /** Another form that the same call understands. */
  readonly otherRequest?: { readonly name: string; readonly schema: z.ZodMiniType };
  readonly success: {
    readonly status: 200 | 201 | 204;
    readonly name?: string;
    readonly schema?: z.ZodMiniType;
    readonly mediaType?: string;
  };
  /** Another form of its body, for whoever asked in the other form. */
  readonly otherSuccess?: { readonly name: string; readonly schema: z.ZodMiniType };
  readonly problems: readonly ProblemCode[];
}

const body: readonly ProblemCode[] = [
  'malformed-json',
  'malformed-request',
  'too-large',
  'unsupported-media',
];
const signedIn: readonly ProblemCode[] = ['unauthenticated', 'forbidden'];

/** Every call of version 1 but the tus uploads, which are described in words. */
export const API_ROUTES: readonly ApiRoute[] = [
  {
    method: 'get',
    path: '/api/v1/health',
    summary: 'Whether the server works',
    credential: 'none',
    success: { status: 200, name: 'HealthResponse', schema: healthResponseSchema },
    problems: [],
  },
  {
    method: 'get',
    path: '/api/v1/server-keys',
    summary: 'Keys to seal to and to check receipts with',
    credential: 'none',
    success: { status: 200, name: 'ServerKeys', schema: serverKeysSchema },
    problems: [],
  },
  {
    method: 'get',
    path: '/api/v1/catalogue',
    summary: 'Services, agencies and option sets',
    credential: 'none',
    query: [{ name: 'since', required: false, about: 'Version already there; only what is newer comes' }],
    headers: [
      { name: 'If-None-Match', required: false, about: 'ETag of the last answer; 304 when nothing changed' },
    ],
    success: { status: 200, name: 'CatalogueResponse', schema: catalogueResponseSchema },
    problems: ['validation-failed'],
  },
  {
    method: 'get',
    path: '/api/v1/catalogue/list',
    summary: 'All services without their forms',
    credential: 'none',
    query: [
      { name: 'since', required: false, about: 'Version already there; only what is newer comes' },
      { name: 'agencies', required: false, about: '`agenciesTag` already there; those agencies do not come' },
    ],
    headers: [
      { name: 'If-None-Match', required: false, about: 'ETag of the last answer; 304 when nothing changed' },
    ],
    success: { status: 200, name: 'ServiceList', schema: serviceListSchema },
    problems: ['validation-failed'],
  },
  {
    method: 'get',
    path: '/api/v1/catalogue/forms',
    summary: 'Forms of services: of one part of the catalogue, or of those named',
    credential: 'none',
    query: [
      { name: 'part', required: false, about: 'Number of a part, as the list says it' },
      {
        name: 'want',
        required: false,
        about: 'Ids with commas between, at most 40; `id~tag` for what changed since that content',
      },
      { name: 'sets', required: false, about: '`setsTag` already there; those option sets do not come' },
    ],
    success: { status: 200, name: 'ServiceForms', schema: serviceFormsSchema },
    problems: ['validation-failed'],
  },
  {
    method: 'post',
    path: '/api/v1/devices',
    summary: 'Enrols a device; a centre device needs an operator',
    credential: 'session-cookie',
    request: { name: 'EnrolRequest', schema: enrolRequestSchema },
    success: { status: 201, name: 'EnrolResponse', schema: enrolResponseSchema },
    problems: [...body, ...signedIn, 'validation-failed'],
  },
  {
    method: 'post',
    path: '/api/v1/sync',
    summary: 'Submissions up, receipts and changes down',
    credential: 'device-cookie',
    request: { name: 'SyncRequest', schema: syncRequestSchema },
    otherRequest: { name: 'CompactSyncRequest', schema: compactSyncRequestSchema },
    success: { status: 200, name: 'SyncResponse', schema: syncResponseSchema },
    otherSuccess: { name: 'CompactSyncResponse', schema: compactSyncResponseSchema },
    problems: [
      ...body,
      'validation-failed',
      'unsupported-protocol',
      'unauthenticated',
      'device-revoked',
      'cross-site',
      'rate-limited',
      'internal',
      'unavailable',
      'storage-full',
    ],
  },
  {
    method: 'get',
    path: '/api/v1/ticket',
    summary: 'The ticket with which others may hand in sealed work of this device',
    credential: 'device-cookie',
    success: { status: 200, name: 'TicketResponse', schema: ticketResponseSchema },
    problems: ['unauthenticated', 'device-revoked'],
  },
  {
    method: 'post',
    path: '/api/v1/relay',
    summary: 'Sealed work of another device up, receipts down',
    credential: 'ticket',
    request: { name: 'RelayRequest', schema: relayRequestSchema },
    success: { status: 200, name: 'RelayResponse', schema: relayResponseSchema },
    problems: [
      ...body,
      'validation-failed',
      'unsupported-protocol',
      'unauthenticated',
      'device-revoked',
      'cross-site',
      'rate-limited',
      'internal',
      'unavailable',
      'storage-full',
    ],
  },
  {
    method: 'get',
    path: '/api/v1/never-arrived',
    summary: "What devices of the caller's stream announced and the server never got",
    credential: 'device-cookie',
    success: { status: 200, name: 'NeverArrived', schema: neverArrivedSchema },
    problems: ['unauthenticated', 'device-revoked'],
  },
  {
    method: 'post',
    path: '/api/v1/never-arrived',
    summary: "A person's decision about some of it; a centre's device needs an operator of that centre",
    credential: 'device-cookie',
    request: { name: 'SettleRequest', schema: settleRequestSchema },
    success: { status: 200, name: 'NeverArrived', schema: neverArrivedSchema },
    problems: [...body, ...signedIn, 'device-revoked', 'validation-failed', 'cross-site'],
  },
  {
    method: 'get',
    path: '/api/v1/track',
    summary: 'Where an application stands, by code and check',
    credential: 'none',
    query: [
      { name: 'code', required: true, about: 'Tracking code in any spelling a person types' },
      { name: 'check', required: true, about: 'Six digits printed on the slip' },
    ],
    success: { status: 200, name: 'TrackResponse', schema: trackResponseSchema },
    problems: ['validation-failed', 'rate-limited'],
  },
  {
    method: 'get',
    path: '/api/v1/me',
    summary: 'Who is signed in',
    credential: 'session-cookie',
    success: { status: 200, name: 'Me', schema: meSchema },
    problems: ['unauthenticated'],
  },
  {
    method: 'get',
    path: '/api/v1/desk/cases',
    summary: "The officer's list",
    credential: 'session-cookie',
    query: [
      { name: 'status', required: false, about: 'Only cases in this status' },
      { name: 'after', required: false, about: '`next` of the page before' },
    ],
    success: { status: 200, name: 'DeskCaseList', schema: deskCaseListSchema },
    problems: [...signedIn, 'validation-failed'],
  },
  {
    method: 'get',
    path: '/api/v1/desk/cases/{id}',
    summary: 'One case, readable',
    credential: 'session-cookie',
    success: { status: 200, name: 'DeskCase', schema: deskCaseSchema },
    problems: [...signedIn, 'not-found'],
  },
  {
    method: 'post',
    path: '/api/v1/desk/cases/{id}/decision',
    summary: 'Accepts, returns or rejects',
    credential: 'session-cookie',
    headers: [{ name: 'If-Match', required: true, about: 'Version of the case that was read, in quotes' }],
    request: { name: 'DecisionRequest', schema: decisionRequestSchema },
    success: { status: 200, name: 'DeskCase', schema: deskCaseSchema },
    problems: [
      ...body,
      ...signedIn,
      'not-found',
      'validation-failed',
      'version-required',
      'version-stale',
      'conflict',
    ],
  },
  {
    method: 'get',
    path: '/api/v1/desk/cases/{id}/audit',
    summary: 'Who made, changed and looked at a case',
    credential: 'session-cookie',
    success: { status: 200, name: 'CaseAudit', schema: caseAuditSchema },
    problems: [...signedIn, 'not-found'],
  },
  {
    method: 'get',
    path: '/api/v1/desk/cases/{id}/attachments/{attachmentId}',
    summary: 'One stored file, as a download',
    credential: 'session-cookie',
    success: { status: 200, mediaType: 'application/octet-stream' },
    problems: [...signedIn, 'not-found'],
  },
];
