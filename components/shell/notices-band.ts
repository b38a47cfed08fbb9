/** Where what must be said stands: in the width of the page, above it, never on paper. */
export const NOTICES = 'mx-auto flex max-w-7xl flex-col gap-3 px-4 pt-4 print:hidden';
