import type { Device } from '../fixtures/device';
import { openCounter } from '../journeys/counter';
import { photo } from '../journeys/paper';
import { readDevice } from '../outbox-on-disk';
import { LockPage } from '../pages/lock-page';
import { putAppInPage } from './put-app-in-page';

/** A page of the app that asks and shows the least. */
export const QUIET_PAGE = '/track';

/** The code of a counter that an operator made ready. */
export async function readyCounter(counter: Device): Promise<string> {
  await openCounter(counter);
  return (await readDevice(counter.page)).deviceCode;
}

/** Opens the least of the app in the device's page, with the app's own actions in it. */
export async function openForActions(counter: Device): Promise<void> {
  await counter.open(QUIET_PAGE);
  await new LockPage(counter.page).pass();
  await putAppInPage(counter.page);
}

/** A picture small enough not to matter, base64. */
export async function smallPicture(): Promise<string> {
  const { buffer } = await photo('paper.jpg', '#8d6e63', { width: 16, height: 16 });
  return buffer.toString('base64');
}
