import { PREFIX } from './live-owner';

/** Whether another window of this app lives, as far as the browser tells. */
export async function otherWindows(
  locks: Pick<LockManager, 'query'> | undefined,
  mine: string,
): Promise<boolean> {
  const { held = [] } = (await locks?.query().catch(() => undefined)) ?? {};
  return held.some(({ name = '' }) => name.startsWith(`${PREFIX}page-`) && name !== `${PREFIX}${mine}`);
}
