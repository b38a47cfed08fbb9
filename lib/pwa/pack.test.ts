import { describe, expect, test } from 'vitest';
import { parsePack, shellKey, wantedShell } from './pack';

const url = (path: string) => new URL(path, 'http://localhost:3000');

describe('which stored page answer a request wants', () => {
  test('a navigation wants the HTML, whatever its query', () => {
    expect(wantedShell(url('/apply?service=birth'), new Headers(), true)).toBe(shellKey('/apply', null));
  });

  test('a navigation by the router wants the whole payload, whatever _rsc says', () => {
    expect(wantedShell(url('/apply?service=birth&_rsc=1x'), new Headers({ RSC: '1' }), false)).toBe(
      shellKey('/apply', ''),
    );
  });

  test('a prefetch wants the segment it names', () => {
    const headers = new Headers({
      RSC: '1',
      'Next-Router-Prefetch': '1',
      'Next-Router-Segment-Prefetch': '/_tree',
    });
    expect(wantedShell(url('/apply?_rsc=2y'), headers, false)).toBe(shellKey('/apply', '/_tree'));
  });

  test('anything else is not a page', () => {
    expect(wantedShell(url('/icon.svg'), new Headers(), false)).toBeNull();
  });

  test('HTML, whole payload and segments never share a key', () => {
    const keys = [
      shellKey('/apply', null),
      shellKey('/apply', ''),
      shellKey('/apply', '/_tree'),
      shellKey('/apply', 'html'),
    ];
    expect(new Set(keys).size).toBe(4);
  });

  test('a slash at the end makes no other page, and the root stays the root', () => {
    expect(shellKey('/apply/', null)).toBe(shellKey('/apply', null));
    expect(shellKey('/', null)).not.toBe(shellKey('/apply', null));
  });
});

describe('what counts as the pack', () => {
  const pack = { build: 'b1', shells: [], files: [], bodies: [] };

  test('the pack of this build', () => expect(parsePack(JSON.stringify(pack), 'b1')).toEqual(pack));
  test('not the pack of another build', () => expect(parsePack(JSON.stringify(pack), 'b2')).toBeNull());
  test('not a captive portal’s page', () =>
    expect(parsePack('<html>Welcome to the hotel</html>', 'b1')).toBeNull());
  test('not a cut-off answer', () => expect(parsePack(JSON.stringify(pack).slice(0, -3), 'b1')).toBeNull());
});
