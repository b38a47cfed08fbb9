import type { Settings } from './api';
import { createLiveStore } from './live-store';
import { openRoom } from './open-room';

export const settingsStore = createLiveStore<Settings>({ locale: 'bn', chargeBdt: 0 }, (set) => {
  void openRoom().then(async (room) => {
    const { watch } = await import('./watch');
    watch(room.gate, (db) => db.records.get('settings'), {
      onValue: (row) => row?.key === 'settings' && set({ locale: row.locale, chargeBdt: row.chargeBdt }),
    });
  });
});
