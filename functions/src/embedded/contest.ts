import { mkdir } from 'node:fs/promises';
import { argon2Passwords } from '@server/adapters/embedded/argon2-passwords.ts';
import { openCardKey } from '@server/adapters/embedded/card-key-file.ts';
import { cardSafe } from '@server/adapters/embedded/card-safe.ts';
import { dataFolder } from '@server/adapters/embedded/data-folder.ts';
import { lockDataFolder } from '@server/store/sqlite/data-folder-lock.ts';
import { openDiskFiles } from '@server/adapters/embedded/disk-files.ts';
import { openDiskRenderCache } from '@server/adapters/embedded/disk-render-cache.ts';
import { machineClock } from '@server/adapters/embedded/machine-clock.ts';
import { machineRandomness } from '@server/adapters/embedded/machine-randomness.ts';
import { decks } from 'virtual:games/decks';
import { bank } from 'virtual:quiz/bank';
import { bindBook } from '@server/adapters/pdf/bind-book.ts';
import { officialPapers } from '@server/adapters/papers/official-papers.ts';
import { openRenderThread } from '@server/adapters/raster/render-in-thread.ts';
import { openDatabase } from '@server/store/database.ts';
import { migrate } from '@server/store/migrate.ts';
import { photoFile } from '@server/usecases/photo/photo-file.ts';
import type { Deps } from '@server/usecases/deps.ts';
import { codeOf, fault } from './fault.ts';

export type OpenContest = { readonly deps: Deps; readonly close: () => Promise<void> };

type Place = {
  readonly folder: string;
  readonly databaseUrl: string | null;
  readonly publicUrl: string;
  /** The built program of the thread that renders pages. */
  readonly renderProgram: string;
};

/** Opens a data folder for this process alone, with its database brought up to date. */
export async function openContest({
  folder,
  databaseUrl,
  publicUrl,
  renderProgram,
}: Place): Promise<OpenContest> {
  const layout = dataFolder(folder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const lock = lockDataFolder(folder);
  if (lock === null) throw fault('host.folderLocked', { folder });
  const opened = await openDatabase(
    databaseUrl === null
      ? { kind: 'sqlite', file: layout.database }
      : { kind: 'postgres', connectionString: databaseUrl },
  );
  await migrate(opened).catch((error: unknown) => {
    throw codeOf(error) === 'DATABASE_NEWER' ? fault('host.databaseNewer') : error;
  });
  const files = await openDiskFiles(layout.blobs);
  const readPhoto = (hash: string) => photoFile({ db: opened.db, files }, hash);
  const { close: closeRenderer, ...renderer } = openRenderThread(renderProgram, readPhoto);
  const deps: Deps = {
    db: opened.db,
    clock: machineClock,
    randomness: machineRandomness,
    files,
    renderCache: await openDiskRenderCache(layout.rendered),
    ...renderer,
    bindBook,
    bank,
    decks,
    papers: officialPapers,
    cardSafe: cardSafe(await openCardKey(layout.cardKey)),
    passwords: argon2Passwords,
    idTokens: null,
    publicUrl,
  };
  return {
    deps,
    close: async () => {
      await closeRenderer();
      await opened.close();
      await lock.release();
    },
  };
}
