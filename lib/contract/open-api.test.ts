import { expect, test } from 'vitest';
import { API_ROUTES } from './api-routes';
import { openApiDocument } from './open-api';

const document = JSON.parse(JSON.stringify(openApiDocument({ title: 'Test', version: '1' })));

test('describes every route with its answer and its problems', () => {
  for (const route of API_ROUTES) {
    const operation = document.paths[route.path][route.method];
    expect(operation.responses[route.success.status]).toBeDefined();
    expect(Object.keys(operation.responses).length).toBeGreaterThanOrEqual(
      route.problems.length === 0 ? 1 : 2,
    );
  }
});

test('every reference leads somewhere', () => {
  const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
    ([, name]) => name,
  );
  expect(references.length).toBeGreaterThan(10);
  for (const name of references) expect(document.components.schemas).toHaveProperty(String(name));
});

test('limits and closed objects come from the schemas', () => {
  const { submissions } = document.components.schemas.SyncRequest.properties;
  expect(submissions.maxItems).toBe(200);
  expect(submissions.items.additionalProperties).toBe(false);
  expect(submissions.items.required).not.toContain('supersedes');
});

test('operations have names of their own', () => {
  const ids = API_ROUTES.map((route) => document.paths[route.path][route.method].operationId);
  expect(new Set(ids).size).toBe(ids.length);
});

test('the sync call understands both forms of a request and answers in either', () => {
  const { schema } = document.paths['/api/v1/sync'].post.requestBody.content['application/json'];
  expect(schema.anyOf.map(({ $ref }: { $ref: string }) => $ref.split('/').at(-1))).toEqual([
    'SyncRequest',
    'CompactSyncRequest',
  ]);
  expect(JSON.stringify(document.components.schemas.CompactSyncRequest)).toContain('"rows"');
  const answer = document.paths['/api/v1/sync'].post.responses[200].content['application/json'].schema;
  expect(answer.anyOf.map(({ $ref }: { $ref: string }) => $ref.split('/').at(-1))).toEqual([
    'SyncResponse',
    'CompactSyncResponse',
  ]);
  expect(document.components.schemas.CompactSyncResponse.properties).toHaveProperty('signed');
});
