import { createLiveStore } from '@/lib/browser/live-store';

/** What came of the last thing a person did with an item. `n` tells one from the next. */
export type BoardNews = 'tried' | 'held' | 'let-go' | 'saved' | 'withdrawn' | 'undone' | 'not-possible';

export const boardNewsStore = createLiveStore<{ readonly news: BoardNews | null; readonly n: number }>(
  { news: null, n: 0 },
  () => undefined,
);

/** Says it on the board, and aloud: an item that changes its group takes its own row, and the focus in it, away. */
export function tellBoard(news: BoardNews): void {
  boardNewsStore.set({ news, n: boardNewsStore.get().n + 1 });
}
