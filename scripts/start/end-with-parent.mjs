/*
 * Loaded into the app's server process. When the command that started it is killed without a chance to clean up, the channel
 * to it closes: the app then ends itself, and PostgreSQL with it.
 */
process.on('disconnect', () => {
  const database = Number(process.env.SETU_DATABASE_PID);
  if (database > 0) {
    try {
      process.kill(database, 'SIGINT');
    } catch {
      // already gone
    }
  }
  process.exit(0);
});
// an open channel alone would keep the process alive after Next has closed
process.channel?.unref();
