import { openRoom } from './open-room';

// A page that shows nothing without the store begins to open it while it is still coming alive.
if (typeof window !== 'undefined') void openRoom();
