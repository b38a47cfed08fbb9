/**
 * A tab of iOS or iPadOS, where the browser throws away what was not opened for seven days; an app on the Home Screen
 * is spared. Only WebKit on iOS says `standalone`.
 */
export function isIosTab(nav: object): boolean {
  return (nav as { readonly standalone?: unknown }).standalone === false;
}
