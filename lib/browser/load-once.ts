/** Code or a store that is opened once and shared. An attempt that failed is forgotten: on a bad line the next one may come out. */
export function loadOnce<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    if (loading === undefined) {
      const mine = load();
      loading = mine;
      mine.catch(() => {
        if (loading === mine) loading = undefined;
      });
    }
    return loading;
  };
}
