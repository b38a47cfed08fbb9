import type { DeviceState } from './api';
import { deviceStore } from './device-store';
import { useLiveStore } from './live-store';

/** Who uses this device and what it is called; known without a line. */
export function useDevice(): DeviceState {
  return useLiveStore(deviceStore);
}
