/** Runs the work until it succeeds, a second between two tries. */
export async function patiently(work) {
  for (;;) {
    try {
      return await work();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}
