import path from 'node:path';

/** Everything the server reads from its surroundings, in one place. */
export interface ServerConfig {
  readonly databaseUrl: string;
  /** Absolute path of the folder for files and keys. */
  readonly dataDir: string;
  /** `https://…` of the deployment; null = whatever host the request names (a laptop, a workshop). */
  readonly origin: string | null;
  readonly build: string;
  /** Uploads are refused when less than this would stay free. */
  readonly minFreeBytes: number;
  /** Largest number of open database connections of this process. */
  readonly poolSize: number;
}

/** Asked for something that was never configured. The edge turns it into `unavailable`. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const DEFAULT_MIN_FREE = 256 * 1024 * 1024;

/** Reads the configuration; throws ConfigError when there is no database to speak to. */
export function readServerConfig(env: NodeJS.ProcessEnv = process.env): ServerConfig {
  const databaseUrl = env.DATABASE_URL;
  if (!databaseUrl) throw new ConfigError('DATABASE_URL is not set');
  return {
    databaseUrl,
    dataDir: path.resolve(env.SETU_DATA_DIR || 'data'),
    origin: env.SETU_ORIGIN ? new URL(env.SETU_ORIGIN).origin : null,
    build: env.SETU_BUILD || env.NEXT_PUBLIC_SETU_BUILD || 'development',
    minFreeBytes: positiveNumber(env.SETU_MIN_FREE_BYTES, DEFAULT_MIN_FREE),
    poolSize: positiveNumber(env.SETU_POOL_SIZE, 10),
  };
}

function positiveNumber(text: string | undefined, otherwise: number): number {
  const value = Number(text);
  return text !== undefined && Number.isFinite(value) && value > 0 ? value : otherwise;
}
