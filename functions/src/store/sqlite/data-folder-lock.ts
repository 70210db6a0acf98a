import { join } from 'node:path';
import Libsql from 'libsql';

export type DataFolderLock = { readonly release: () => void };

/**
 * Makes this process the only server on a data folder until it releases the lock or ends, however
 * it ends: the lock is SQLite's own on DATA/server.lock, which the operating system lifts with the
 * process, on Windows too. Throws with `code` DATA_FOLDER_BUSY when another server holds it.
 */
export function lockDataFolder(folder: string): DataFolderLock {
  const raw = new Libsql(join(folder, 'server.lock'), { timeout: 0 });
  try {
    raw.exec('begin exclusive');
  } catch (error) {
    raw.close();
    if (!(error instanceof Libsql.SqliteError) || error.code !== 'SQLITE_BUSY') throw error;
    throw Object.assign(new Error(`another server runs on ${folder}`), {
      code: 'DATA_FOLDER_BUSY',
      folder,
    });
  }
  return { release: () => void raw.close() };
}
