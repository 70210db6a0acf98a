import { getApps, initializeApp } from 'firebase-admin/app';
import { getAuth } from 'firebase-admin/auth';
import { getStorage } from 'firebase-admin/storage';
import type { Hono } from 'hono';
import { pino } from 'pino';
import { version } from '../../package.json';
import { cardSafe } from './adapters/embedded/card-safe.ts';
import { machineClock } from './adapters/embedded/machine-clock.ts';
import { machineRandomness } from './adapters/embedded/machine-randomness.ts';
import { firebaseIdTokens } from './adapters/firebase/id-tokens.ts';
import { storageFiles, storageRenderCache } from './adapters/firebase/storage-files.ts';
import { decks } from 'virtual:games/decks';
import { bank } from 'virtual:quiz/bank';
import { bindBook } from './adapters/pdf/bind-book.ts';
import { officialPapers } from './adapters/papers/official-papers.ts';
import { rendererOf } from './adapters/raster/page-jobs.ts';
import { runJob } from './adapters/raster/run-job.ts';
import type { ApiEnv } from './api/api-env.ts';
import { createApi } from './api/app.ts';
import { ENDPOINTS } from './api/endpoints.ts';
import type { ApiHost } from './api/host.ts';
import { LOG_OPTIONS } from './api/log-options.ts';
import { openDatabase } from './store/database.ts';
import { migrate } from './store/migrate.ts';
import type { Deps } from './usecases/deps.ts';
import { photoFile } from './usecases/photo/photo-file.ts';

type Settings = {
  readonly databaseUrl: string;
  readonly cardKey: Uint8Array;
  readonly publicUrl: string;
  readonly webApiKey: string;
  readonly trustedProxies: number;
  readonly authEmulator: string | null;
};

function projectOf(app: ReturnType<typeof initializeApp>): string {
  const projectId = app.options.projectId ?? process.env['GCLOUD_PROJECT'];
  if (projectId === undefined) throw new Error('no project: neither app options nor environment');
  return projectId;
}

/** The API on Postgres, Firebase Authentication and Storage. Instances may start side by side. */
export async function createFirebaseApi(
  settings: Settings,
): Promise<{ readonly api: Hono<ApiEnv>; readonly deps: Deps }> {
  const app = getApps()[0] ?? initializeApp();
  const projectId = projectOf(app);
  const bucketName = app.options.storageBucket ?? `${projectId}.firebasestorage.app`;
  const bucket = getStorage(app).bucket(bucketName);
  const opened = await openDatabase({
    kind: 'postgres',
    connectionString: settings.databaseUrl,
  });
  await migrate(opened);
  const files = storageFiles(bucket);
  const readPhoto = (hash: string) => photoFile({ db: opened.db, files }, hash);
  const deps: Deps = {
    db: opened.db,
    clock: machineClock,
    randomness: machineRandomness,
    files,
    renderCache: storageRenderCache(bucket),
    ...rendererOf(runJob, readPhoto),
    bindBook,
    bank,
    decks,
    papers: officialPapers,
    cardSafe: cardSafe(settings.cardKey),
    passwords: null,
    idTokens: firebaseIdTokens(getAuth(app)),
    publicUrl: settings.publicUrl,
  };
  const host: ApiHost = {
    kind: 'firebase',
    version,
    trustedProxies: settings.trustedProxies,
    firebase: {
      apiKey: settings.webApiKey,
      authDomain: `${projectId}.firebaseapp.com`,
      projectId,
      emulatorUrl: settings.authEmulator === null ? null : `http://${settings.authEmulator}`,
    },
    demo: null,
    secureUrlFor: () => null,
    certificateAuthority: null,
    log: pino(LOG_OPTIONS),
  };
  return { api: createApi(deps, host, ENDPOINTS), deps };
}
