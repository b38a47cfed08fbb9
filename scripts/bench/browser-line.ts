import type { Line } from '../../lib/remote/exchange';

/** What Chromium on a phone sends with every call of its own accord: it weighs on the line as well. */
const OF_A_BROWSER = {
  'user-agent':
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
  'sec-ch-ua': '"Chromium";v="140", "Not=A?Brand";v="24", "Google Chrome";v="140"',
  'sec-ch-ua-mobile': '?1',
  'sec-ch-ua-platform': '"Android"',
  'sec-fetch-site': 'same-origin',
  'sec-fetch-dest': 'empty',
  'accept-encoding': 'gzip, deflate, br, zstd',
  'accept-language': 'bn-BD,bn;q=0.9,en-US;q=0.8,en;q=0.7',
};

export interface BrowserLine extends Line {
  /** The cookies it was given, as they are sent. */
  cookie(): string;
}

/** The app's line out of Node, with the headers and cookies a browser adds. */
export function browserLine(origin: string, cookie = ''): BrowserLine {
  let jar = cookie;
  const send: typeof fetch = async (input, init) => {
    const headers = {
      ...OF_A_BROWSER,
      ...(init?.method === 'POST' ? { origin, referer: `${origin}/` } : {}),
      ...(jar ? { cookie: jar } : {}),
      ...(init?.headers as Record<string, string> | undefined),
    };
    const { credentials: _, cache: __, ...rest } = init ?? {};
    const answer = await fetch(input, { ...rest, headers });
    const given = answer.headers.getSetCookie().map((one) => one.split(';')[0] ?? '');
    if (given.length > 0) jar = given.join('; ');
    return answer;
  };
  return { fetch: send, origin, now: Date.now, cookie: () => jar };
}
