import { createServer } from 'node:net';

function canListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    // a machine without IPv6 has nobody listening there
    server.once('error', (error) => resolve(error.code === 'EAFNOSUPPORT' || error.code === 'EADDRNOTAVAIL'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** True when nobody listens on the port, on any address: a neighbour on ::1 would get our visitors. */
export async function isFree(port) {
  for (const host of ['127.0.0.1', '0.0.0.0', '::1', '::']) if (!(await canListen(port, host))) return false;
  return true;
}

/** A port the system gives away, on this machine only. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
