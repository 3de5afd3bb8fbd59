import { createServer } from 'node:net';
import { errorCodeOf } from '../platform/errors/error-code.js';

/** One line for an address that can't be listened on; null for any other error. */
export function listenFaultOf(error: unknown, port: number, host: string): string | null {
  switch (errorCodeOf(error)) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`;
    case 'EACCES':
      return `Port ${port} may not be opened by this user. Choose one above 1023: PORT=3000 npm start`;
    case 'EADDRNOTAVAIL':
      return `This machine has no address ${host}. Choose one it has as HOST, or leave HOST out to listen on 127.0.0.1.`;
    default:
      return null;
  }
}

/** Tries the address; null when it can be had. */
export function findListenFault(port: number, host: string): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      const fault = listenFaultOf(error, port, host);
      if (fault === null) reject(error);
      else resolve(fault);
    });
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
}
