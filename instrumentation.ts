/** Next calls this once when a server process starts. */
export async function register(): Promise<void> {
  // The condition stands by itself so that the bundle for other runtimes leaves the branch out.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    if (process.env.NEXT_PHASE === 'phase-production-build') return;
    const { startServer } = await import('./lib/server/boot/start-server');
    await startServer();
  }
}
