import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

type RouteModule = Record<
  string,
  (request: Request, context: { params: Promise<object> }) => Promise<Response>
>;

interface Route {
  readonly pattern: RegExp;
  readonly file: string;
}

const ROOT = path.resolve('app/api');

/** Answers as Next would: by the route modules of `app/api`, found by walking the folder. */
export function routeTable(): (request: Request) => Promise<Response> {
  const routes = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'route.ts')
    .map((file) => ({ pattern: patternOf(path.dirname(file)), file: path.join(ROOT, file) }))
    // What is spelled out comes before `[id]`, and both before a catch-all.
    .sort((a, b) => rank(a.file) - rank(b.file));
  const modules = new Map<string, Promise<RouteModule>>();
  const load = (file: string): Promise<RouteModule> => {
    const known = modules.get(file) ?? (import(pathToFileURL(file).href) as Promise<RouteModule>);
    modules.set(file, known);
    return known;
  };
  return async (request) => {
    const { pathname } = new URL(request.url);
    const route = routes.find(({ pattern }) => pattern.test(pathname));
    if (!route) return new Response('no route', { status: 404 });
    const groups = route.pattern.exec(pathname)?.groups ?? {};
    const module = await load(route.file);
    const handler = module[request.method];
    return handler
      ? handler(request, { params: Promise.resolve({ ...groups }) })
      : new Response(null, { status: 405 });
  };
}

/** `desk/cases/[id]` and `[[...path]]` as a regular expression with named groups. */
function patternOf(folder: string): Route['pattern'] {
  const source = folder
    .split(path.sep)
    .map((part) => {
      const name = /^\[+(?:\.{3})?(\w+)\]+$/.exec(part)?.[1];
      if (!name) return `/${part.replaceAll('.', '\\.')}`;
      if (part.startsWith('[[...')) return `(?:/(?<${name}>.+))?`;
      return part.startsWith('[...') ? `/(?<${name}>.+)` : `/(?<${name}>[^/]+)`;
    })
    .join('');
  return new RegExp(`^/api${source}$`);
}

const rank = (file: string): number => (file.includes('[...rest]') ? 2 : file.includes('[') ? 1 : 0);
