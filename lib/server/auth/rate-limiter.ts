import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Result } from '../../shared/result';
import { err, ok } from '../../shared/result';
import { databasePool } from '../db/client';

export interface Limited {
  readonly type: 'rate-limited';
  readonly retryAfterSeconds: number;
}

export interface RateLimit {
  /** Counts one attempt against `key`. */
  consume(key: string): Promise<Result<void, Limited>>;
  /** Takes back one attempt that was counted and turned out to be none. */
  giveBack(key: string): Promise<void>;
  forget(key: string): Promise<void>;
}

export interface RateLimitRule {
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
}

/** Counters in PostgreSQL: a restart does not reset them and several servers share them. */
export function rateLimit({ name, points, seconds }: RateLimitRule): RateLimit {
  const limiter = () =>
    new RateLimiterPostgres({
      storeClient: databasePool(),
      storeType: 'client',
      tableName: 'rate_limits',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: name,
      points,
      duration: seconds,
    });
  const limited = (res: RateLimiterRes) =>
    err({
      type: 'rate-limited' as const,
      retryAfterSeconds: Math.max(1, Math.ceil(res.msBeforeNext / 1000)),
    });
  return {
    async consume(key) {
      try {
        await limiter().consume(key);
        return ok(undefined);
      } catch (answer) {
        if (answer instanceof RateLimiterRes) return limited(answer);
        throw answer;
      }
    },
    async giveBack(key) {
      await limiter().reward(key);
    },
    async forget(key) {
      await limiter().delete(key);
    },
  };
}
