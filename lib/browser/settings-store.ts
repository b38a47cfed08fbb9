import type { Settings } from './api';
import { createLiveStore } from './live-store';

export const settingsStore = createLiveStore<Settings>({ locale: 'bn', chargeBdt: 0 }, () => {});
