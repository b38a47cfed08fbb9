import type { BoardState } from './api';
import { createLiveStore } from './live-store';

export const boardStore = createLiveStore<BoardState>(
  {
    ready: false,
    items: [],
    counts: { drafts: 0, waiting: 0, attention: 0, received: 0 },
    lastContact: null,
    roomFor: null,
  },
  () => {},
);
