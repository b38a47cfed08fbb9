import * as z from 'zod/mini';
import { API_ROUTES, type ApiRoute } from './api-routes';
import { PROBLEMS, type ProblemCode } from './problem';
import { TICKET_HEADER } from './relay-schema';
import { statusFor } from './retry-advice';
import { problemDocumentSchema } from './service-schema';

type Json = Readonly<Record<string, unknown>>;

/** The OpenAPI 3.1 document of the protocol, made from the same schemas that read every message. */
export function openApiDocument(info: { readonly title: string; readonly version: string }): Json {
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: { ...info, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths: paths(),
    components: {
      schemas: schemas(),
      securitySchemes: {
        'device-cookie': { type: 'apiKey', in: 'cookie', name: 'setu-device' },
        ticket: { type: 'apiKey', in: 'header', name: TICKET_HEADER },
        'session-cookie': { type: 'apiKey', in: 'cookie', name: 'setu.session_token' },
      },
    },
    'x-problem-codes': PROBLEMS,
  };
}

function paths(): Json {
  const byPath: Record<string, Record<string, Json>> = {};
  for (const route of API_ROUTES)
    byPath[route.path] = { ...byPath[route.path], [route.method]: operation(route) };
  return byPath;
}

function operation(route: ApiRoute): Json {
  return {
    operationId: operationId(route),
    summary: route.summary,
    security: route.credential === 'none' ? [] : [{ [route.credential]: [] }],
    parameters: parameters(route),
    ...(route.request && { requestBody: { required: true, content: requestContent(route) } }),
    responses: { [route.success.status]: success(route), ...problems(route.problems) },
  };
}

const operationId = (route: ApiRoute) =>
  [route.method, ...route.path.replace('/api/v1/', '').split('/')].join('-').replaceAll(/[{}]/g, '');

function requestContent({ request, otherRequest }: ApiRoute): Json {
  return either([request?.name ?? '', otherRequest?.name]);
}

/** JSON of one of these schemas. */
function either([name, other]: readonly [string, string | undefined]): Json {
  if (other === undefined) return content('application/json', name);
  const schemas = [name, other].map((one) => ({ $ref: `#/components/schemas/${one}` }));
  return { 'application/json': { schema: { anyOf: schemas } } };
}

const content = (mediaType: string, name: string): Json => ({
  [mediaType]: { schema: { $ref: `#/components/schemas/${name}` } },
});

function parameters(route: ApiRoute): readonly Json[] {
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const listed = (where: 'query' | 'header', all: ApiRoute['query']) =>
    (all ?? []).map(({ name, required, about }) => ({
      name,
      in: where,
      required,
      description: about,
      schema: { type: 'string' },
    }));
  return [...inPath, ...listed('query', route.query), ...listed('header', route.headers)];
}

function success(route: ApiRoute): Json {
  const { name, mediaType } = route.success;
  if (name) return { description: route.summary, content: either([name, route.otherSuccess?.name]) };
  return { description: route.summary, ...(mediaType && { content: { [mediaType]: {} } }) };
}

function problems(codes: readonly ProblemCode[]): Json {
  const byStatus: Record<string, Json> = {};
  for (const status of new Set(codes.map(statusFor))) {
    const named = codes.filter((code) => statusFor(code) === status);
    byStatus[status] = {
      description: named.join(', '),
      content: content('application/problem+json', 'ProblemDocument'),
    };
  }
  return byStatus;
}

function schemas(): Json {
  const named: Record<string, z.ZodMiniType> = { ProblemDocument: problemDocumentSchema };
  for (const {
    request,
    otherRequest,
    otherSuccess,
    success: { name, schema },
  } of API_ROUTES) {
    for (const one of [request, otherRequest, otherSuccess]) if (one) named[one.name] = one.schema;
    if (name && schema) named[name] = schema;
  }
  return Object.fromEntries(Object.entries(named).map(([name, schema]) => [name, jsonSchema(schema)]));
}

function jsonSchema(schema: z.ZodMiniType): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' });
  return rest;
}
