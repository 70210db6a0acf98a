import { getRequestListener } from '@hono/node-server';
import { defineSecret, defineString } from 'firebase-functions/params';
import { onRequest } from 'firebase-functions/v2/https';
import { onSchedule } from 'firebase-functions/v2/scheduler';
import type { ApiEnv } from './api/api-env.ts';

const databaseUrl = defineSecret('DATABASE_URL');
/** 32 bytes in base64url: seals the cards, so it is kept and backed up apart from the database. */
const cardKey = defineSecret('CARD_KEY');
const publicUrl = defineString('PUBLIC_URL');
const webApiKey = defineString('WEB_API_KEY');

/** Firebase Hosting, then Google's front end. */
const PROXIES = 2;

async function start() {
  // Loaded at the first request: deploying reads this file too, without any of it.
  const { createFirebaseApi } = await import('./firebase-api.ts');
  return createFirebaseApi({
    databaseUrl: databaseUrl.value(),
    cardKey: Buffer.from(cardKey.value().trim(), 'base64url'),
    publicUrl: publicUrl.value().replace(/\/+$/, ''),
    webApiKey: webApiKey.value(),
    trustedProxies: PROXIES,
    authEmulator: process.env['FIREBASE_AUTH_EMULATOR_HOST'] ?? null,
  });
}

let started: ReturnType<typeof start> | undefined;

function startedOnce() {
  started ??= start().catch((error: unknown) => {
    // A database that was away when this instance woke up may be back for the next request.
    started = undefined;
    throw error;
  });
  return started;
}

const listener = getRequestListener(async (request, env) => {
  const { api: app } = await startedOnce();
  return app.fetch(request, env as ApiEnv['Bindings']);
});

export const api = onRequest(
  {
    region: 'asia-southeast1',
    memory: '1GiB',
    maxInstances: 20,
    concurrency: 40,
    invoker: 'public',
    secrets: [databaseUrl, cardKey],
  },
  listener,
);

/** What the embedded host does every ten minutes beside its requests. */
export const thinning = onSchedule(
  {
    schedule: 'every 60 minutes',
    region: 'asia-southeast1',
    memory: '512MiB',
    timeoutSeconds: 540,
    secrets: [databaseUrl, cardKey],
  },
  async () => {
    const { deps } = await startedOnce();
    const { thinDrafts } = await import('./usecases/pupil/thin-drafts.ts');
    const until = Date.now() + 500_000;
    await thinDrafts(deps, () => Date.now() < until);
  },
);
