import pino, { type DestinationStream, type LoggerOptions } from 'pino';

/**
 * A logger into which nothing personal may get: an error is given as `err` and cut down by `describeError` here and nowhere
 * else, because messages of the database driver carry parameters and messages of JSON.parse carry input.
 * @param level as pino names them; unless given, what SETU_LOG_LEVEL says, else `info`
 */
export function createLog(into?: DestinationStream, level = process.env.SETU_LOG_LEVEL || 'info') {
  return pino({ ...OPTIONS, level }, into);
}

const OPTIONS: LoggerOptions = {
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: [
      'password',
      'cookie',
      'authorization',
      'secret',
      'token',
      'check',
      'answers',
      'content',
      '*.password',
      '*.cookie',
      '*.authorization',
      '*.secret',
      '*.token',
      '*.answers',
      '*.content',
      'headers',
    ],
    censor: '[redacted]',
  },
  serializers: { err: describeError },
};

/** The only logger of the server. */
export const log = createLog();

const OWN_ERRORS = new Set(['DefectError', 'ConfigError']);

/** Name, codes, and stack frames without the message. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const extra = error as Error & { code?: unknown; constraint?: unknown; table?: unknown };
  return {
    name: error.name,
    ...(OWN_ERRORS.has(error.name) ? { message: error.message } : {}),
    ...(typeof extra.code === 'string' ? { code: extra.code } : {}),
    ...(typeof extra.constraint === 'string' ? { constraint: extra.constraint } : {}),
    ...(typeof extra.table === 'string' ? { table: extra.table } : {}),
    frames: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12)
      .map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}
