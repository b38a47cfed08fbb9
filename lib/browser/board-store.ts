import type { DraftRow } from '../local/rows';
import type { BoardState } from './api';
import { atMostEvery } from './at-most-every';
import { createLiveStore } from './live-store';
import { openRoom } from './open-room';
import { noteOrdinaryBytes, refreshStorage, storageStore } from './storage-store';

/** Pause between two readings of the whole queue while it changes, milliseconds: every key of a form is a change. */
const PAUSE = 1000;
/** Pause before a store that could not be read is tried again. */
const AGAIN_AFTER = 3000;

const EMPTY: BoardState = {
  ready: false,
  items: [],
  counts: { drafts: 0, waiting: 0, attention: 0, received: 0 },
  lastContact: null,
  clockContact: null,
  roomFor: null,
  quietUntil: null,
  bytesToday: 0,
  othersWork: 0,
};

export const boardStore = createLiveStore<BoardState>(EMPTY, (set) => {
  let state = EMPTY;
  const change = (patch: Partial<BoardState>): void => {
    state = { ...state, ...patch };
    set(state);
  };
  storageStore.subscribe(() => change({ roomFor: storageStore.get().roomFor }));
  void openRoom().then(async (room) => {
    const [
      { watchChanges },
      { ownerOf },
      { boardItems, clockContactOf, countBoard, countOthers, keepUnchanged, lastContactOf },
      { createDraftTitles },
      { readBoard },
      { breathe },
    ] = await Promise.all([
      import('./watch-changes'),
      import('../local/record-store'),
      import('./board-view'),
      import('./draft-titles'),
      import('./read-board'),
      import('./breathe'),
    ]);
    const drafts = createDraftTitles(room);
    let newest = 0;
    let draftChanges = 0;
    /** Drafts as they were read, and how often they had been written by then. */
    let held: { readonly rows: readonly DraftRow[]; readonly changes: number } | undefined;
    const show = async (): Promise<void> => {
      newest += 1;
      const mine = newest;
      const changes = draftChanges;
      const unchanged = held?.changes === changes ? held.rows : undefined;
      const rows = await readBoard(room, unchanged).catch(() => null);
      if (rows === null) {
        // Said truthfully elsewhere: a store that is down has no list to show. It may come back.
        change({ ready: true });
        if (mine === newest) setTimeout(() => void show(), AGAIN_AFTER);
        return;
      }
      held = { rows: rows.drafts, changes };
      const owner = ownerOf(rows.person);
      const own = rows.drafts.filter((row) => row.owner === owner);
      const others = new Set(rows.drafts.filter((row) => row.owner !== owner).map(({ id }) => id));
      const titles = await drafts.titles(own);
      if (mine !== newest) return;
      noteOrdinaryBytes(rows.ordinaryBytes);
      await breathe();
      const read = boardItems({
        drafts: own,
        items: rows.items.filter(({ id }) => !others.has(id)),
        cases: new Map(rows.cases.map((one) => [one.submissionId, one])),
        refusedFiles: rows.refusedFiles,
        filePercents: rows.filePercents,
        titles,
        viewer: { owner, window: rows.window },
      });
      await breathe();
      if (mine !== newest) return;
      const items = keepUnchanged(read, state.items);
      change({
        ready: true,
        items,
        counts: countBoard(items),
        lastContact: lastContactOf(rows.position, rows.device),
        clockContact: clockContactOf(rows.position),
        quietUntil: rows.position.quietUntil ?? null,
        bytesToday: rows.bytesToday,
        othersWork: countOthers(rows.drafts, rows.items, owner),
      });
    };
    const showSoon = atMostEvery(PAUSE, () => void show());
    watchChanges(room.gate, (touches) => {
      if (touches('drafts')) draftChanges += 1;
      showSoon();
    });
    await show();
    void refreshStorage();
  });
});
