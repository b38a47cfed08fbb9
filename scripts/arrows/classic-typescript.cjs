/*
 * dependency-cruiser parses with TypeScript's compiler API, which TypeScript 7 does not have. Whoever asks for `typescript` in
 * this process gets version 6, installed beside as `classic-typescript` (docs/decisions). Loaded with --require.
 */
const Module = require('node:module');
const { pathToFileURL } = require('node:url');

const classic = (request) => request.replace(/^typescript(?=\/|$)/, 'classic-typescript');
const isTypescript = /^typescript(\/|$)/;

const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function resolve(request, ...rest) {
  return resolveFilename.call(this, isTypescript.test(request) ? classic(request) : request, ...rest);
};

const hook = `export const resolve = (specifier, context, next) =>
  next(/^typescript(\\/|$)/.test(specifier) ? specifier.replace('typescript', 'classic-typescript') : specifier, context);`;
Module.register(`data:text/javascript,${encodeURIComponent(hook)}`, pathToFileURL(__filename));
