import type { LineState } from './api';
import { createLiveStore } from './live-store';

export const lineStore = createLiveStore<LineState>('checking', () => {});
