/**
 * Header of a sync that goes while another of the same device is not answered yet: tell only what changes from now on, the
 * other tells the rest. A server that does not know it passes it over and tells everything behind the cursor.
 */
export const NEWS_ONLY_HEADER = 'setu-news-only';
