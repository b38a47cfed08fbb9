import { deviceStore } from './device-store';
import type { OwnPlace } from './places-plan';

/** Where the counter stands: of the one who is signed in, else of the device. null on a device that stands
 *  nowhere, undefined while the device is not known. */
export function ownPlace(): OwnPlace | null | undefined {
  const { ready, person, centre } = deviceStore.get();
  if (!ready) return undefined;
  const { upazilaId, districtId } = (person.kind === 'operator' ? person.centre : centre) ?? {};
  return upazilaId === undefined || districtId === undefined ? null : { upazilaId, districtId };
}
