import { readFile } from 'node:fs/promises';
import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer, type Server as HttpsServer } from 'node:https';
import { createSecureContext } from 'node:tls';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { ApiEnv } from '@server/api/api-env.ts';
import { codeOf, fault } from './fault.ts';

export type KeyAndCert = { readonly key: string; readonly cert: string };

/** How long a request in flight may still take once the host is asked to stop. */
const STOP_DEADLINE_MS = 10_000;
/** Connections that a browser keeps open after its answer are closed this often meanwhile. */
const SWEEP_MS = 50;

function listener(site: Hono<ApiEnv>) {
  return getRequestListener((request, env) => site.fetch(request, env as ApiEnv['Bindings']));
}

export function httpServer(site: Hono<ApiEnv>): Server {
  return createHttpServer(listener(site));
}

export function httpsServer(site: Hono<ApiEnv>, certificate: KeyAndCert): HttpsServer {
  return createHttpsServer({ ...certificate, minVersion: 'TLSv1.2' }, listener(site));
}

async function readGiven(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => {
    throw fault('host.fileMissing', { file });
  });
}

/** The certificate and key that TLS_CERT and TLS_KEY name, tried on each other. */
export async function givenCertificate(files: {
  readonly certFile: string;
  readonly keyFile: string;
}): Promise<KeyAndCert> {
  const [cert, key] = await Promise.all([readGiven(files.certFile), readGiven(files.keyFile)]);
  try {
    createSecureContext({ cert, key });
  } catch {
    throw fault('host.certificateWrong');
  }
  return { cert, key };
}

/** Resolves when the server takes connections. */
export function listen(server: Server, port: number, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if (codeOf(error) === 'EADDRINUSE') reject(fault('host.portTaken', { port }));
      else if (codeOf(error) === 'EACCES') reject(fault('host.portForbidden', { port }));
      else reject(error);
    });
    server.listen(port, address, () => resolve());
  });
}

/** Takes no new connection, lets requests in flight end, and cuts what still hangs after 10 s. */
export function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
    const deadline = setTimeout(() => server.closeAllConnections(), STOP_DEADLINE_MS);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(deadline);
      resolve();
    });
  });
}
