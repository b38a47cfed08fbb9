import { expect, test } from 'vitest';
import { RunningServer } from '../../e2e/fixtures/running-server';
import { ask } from './ledger';

test.each(['fsync = off', 'synchronous_commit = off'])(
  'mode 49: on a database with %s the server does not start, and says why',
  async (setting) => {
    let printed = '';
    const server = await RunningServer.start({
      env: { SETU_LOG_LEVEL: 'fatal' },
      onOutput: (text) => {
        printed += text;
      },
    });
    try {
      await server.killApp();
      await ask(server, `ALTER SYSTEM SET ${setting}`);
      await ask(server, 'SELECT pg_reload_conf()');
      await expect(server.startApp()).rejects.toThrow();
      expect(printed).toContain('does not flush to disk');

      await ask(server, `ALTER SYSTEM RESET ${setting.split(' ')[0]}`);
      await ask(server, 'SELECT pg_reload_conf()');
      await server.startApp();
    } finally {
      await server.stop();
    }
  },
);
