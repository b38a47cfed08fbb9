import { deviceStore } from './device-store';
import type { OwnPlace } from './places-plan';

/** Where the counter stands: of the one who is signed in, else of the device. null while it is not known. */
export function ownPlace(): OwnPlace | null {
  const { person, centre } = deviceStore.get();
  const { upazilaId, districtId } = (person.kind === 'operator' ? person.centre : centre) ?? {};
  return upazilaId === undefined || districtId === undefined ? null : { upazilaId, districtId };
}
