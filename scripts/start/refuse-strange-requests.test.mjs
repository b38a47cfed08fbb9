import http from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import './refuse-strange-requests.mjs';

const heard = [];
let server;
beforeAll(async () => {
  server = http.createServer((request, response) => {
    heard.push(`${request.method} ${request.url}`);
    response.end('heard');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

function say(method, path) {
  return new Promise((resolve, reject) => {
    const request = http.request({ port: server.address().port, method, path }, (answer) => {
      let text = '';
      answer.on('data', (data) => (text += data));
      answer.on('end', () => resolve({ status: answer.statusCode, allow: answer.headers.allow, text }));
    });
    request.on('error', reject);
    request.end();
  });
}

test('a server hears the methods of the web', async () => {
  expect(await say('PATCH', '/a%20b?c=%E0%A4%A')).toMatchObject({ status: 200, text: 'heard' });
  expect(heard.splice(0)).toEqual(['PATCH /a%20b?c=%E0%A4%A']);
});

test.each(['TRACE', 'PROPFIND'])('%s is refused in our own words', async (method) => {
  const { status, allow, text } = await say(method, '/x');
  expect([status, allow]).toEqual([405, 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS']);
  expect(JSON.parse(text)).toMatchObject({ code: 'method-not-allowed', status: 405 });
  expect(heard).toEqual([]);
});

test.each(['/cases/%E0%A4%A', '/%', '/%zz'])('%s, half an escape, is refused', async (path) => {
  const { status, text } = await say('GET', path);
  expect(status).toBe(400);
  expect(JSON.parse(text)).toMatchObject({ code: 'malformed-request', status: 400 });
  expect(heard).toEqual([]);
});
