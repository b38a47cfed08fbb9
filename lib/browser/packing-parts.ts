import { type PackingPlan, packingPlan } from '../contract/packing/packing-plan';
import { type Bytes, utf8 } from '../crypto/bytes';
import { compressionDictionary } from '../forms/dictionary';
import type { DraftRow, PinnedDefinitionRow } from '../local/rows';
import type { WorkRoom } from './work-room';

/** What an application of one version of a service is packed by. The same for ever for that version. */
export interface PackingParts {
  readonly pinned: PinnedDefinitionRow;
  readonly plan: PackingPlan;
  /** Bytes of the preset dictionary, made when they are first asked for: few applications need it. */
  readonly dictionary: () => Bytes;
}

interface Held {
  readonly serviceId: string;
  readonly serviceVersion: number;
  readonly parts: PackingParts;
}

/** Those of the service that was handed in last: a counter files the same one many times a day. */
const held = new WeakMap<WorkRoom, Held>();

/** Parts for a draft, held or read; null when its definition is not on this device. */
export async function packingPartsFor(
  room: WorkRoom,
  { serviceId, serviceVersion }: Pick<DraftRow, 'serviceId' | 'serviceVersion'>,
): Promise<PackingParts | null> {
  const known = held.get(room);
  if (known?.serviceId === serviceId && known.serviceVersion === serviceVersion) return known.parts;
  const pinned = await room.drafts.pinned(serviceId, serviceVersion);
  if (pinned === null) return null;
  const { definition, optionSets } = pinned;
  let dictionary: Bytes | undefined;
  const parts = {
    pinned,
    plan: packingPlan(definition, optionSets),
    dictionary: () => {
      dictionary ??= utf8(compressionDictionary(definition, optionSets));
      return dictionary;
    },
  };
  held.set(room, { serviceId, serviceVersion, parts });
  return parts;
}
