/** Put on the search field of a page, so that `/` finds it. */
export const SEARCH_FIELD = 'data-search-field';
/** Hash that asks the home page to focus its search. */
export const SEARCH_HASH = '#search';
