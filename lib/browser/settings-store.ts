import type { Settings } from './api';
import { createLiveStore } from './live-store';
import { openRoom } from './open-room';

export const settingsStore = createLiveStore<Settings>({ locale: 'bn', chargeBdt: 0 }, (set) => {
  void openRoom().then(async (room) => {
    const { watch } = await import('./watch');
    watch(() => room.records.settings(), { onValue: ({ locale, chargeBdt }) => set({ locale, chargeBdt }) });
  });
});
