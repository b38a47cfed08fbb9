export function writeOfflinePack() {
  return { routes: 0 };
}
