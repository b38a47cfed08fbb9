import type { GateState } from '../local/database-gate';
import type { DeviceState, StoreState } from './api';
import { sessionNeededStore } from './live-session';
import { createLiveStore } from './live-store';
import { openRoom } from './open-room';

const UNKNOWN: DeviceState = {
  ready: false,
  store: 'opening',
  person: { kind: 'nobody' },
  kind: null,
  deviceCode: null,
  centre: null,
  sessionNeeded: false,
};

export const deviceStore = createLiveStore<DeviceState>(UNKNOWN, (set) => {
  let state = UNKNOWN;
  const change = (patch: Partial<DeviceState>): void => {
    state = { ...state, ...patch };
    set(state);
  };
  sessionNeededStore.subscribe(() => change({ sessionNeeded: sessionNeededStore.get() }));
  void openRoom().then(async (room) => {
    const { watch } = await import('./watch');
    room.gate.onState((gate) => change({ store: storeStateOf(gate) ?? state.store }));
    watch(
      room.gate,
      async (db) => ({ device: await db.records.get('device'), person: await db.records.get('person') }),
      {
        onValue: ({ device, person }) =>
          change({
            ready: true,
            store: 'open',
            person: person?.key === 'person' ? person.person : { kind: 'nobody' },
            ...(device?.key === 'device'
              ? { kind: device.kind, deviceCode: device.deviceCode, centre: device.centre ?? null }
              : { kind: null, deviceCode: null, centre: null }),
          }),
        // A screen has to go on without a store: it says so instead of waiting.
        onDown: () => change({ ready: true, store: storeStateOf(room.gate.state) ?? 'down' }),
      },
    );
  });
});

/** `closed` says nothing yet: the next call opens again. */
function storeStateOf(gate: GateState): StoreState | null {
  if (gate === 'closed') return null;
  if (gate === 'store-blocked') return 'blocked';
  if (gate === 'store-unavailable') return 'unavailable';
  return gate === 'store-down' ? 'down' : 'open';
}
