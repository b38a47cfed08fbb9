import type { DeviceState } from './api';
import { createLiveStore } from './live-store';

export const deviceStore = createLiveStore<DeviceState>(
  {
    ready: false,
    store: 'opening',
    person: { kind: 'nobody' },
    kind: null,
    deviceCode: null,
    centre: null,
    sessionNeeded: false,
  },
  () => {},
);
