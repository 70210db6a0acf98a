import { join } from 'node:path';
import Libsql from 'libsql';

export type DataFolderLock = { readonly release: () => void };

// A database that nobody refers to any more is collected and closed, and its lock goes with it.
const held = new Set<Libsql.Database>();

/**
 * Makes this process the only server on a data folder until it releases the lock or ends, however
 * it ends: the lock is SQLite's own on DATA/server.lock, which the operating system lifts with the
 * process, on Windows too. Null when another server holds it.
 */
export function lockDataFolder(folder: string): DataFolderLock | null {
  const raw = new Libsql(join(folder, 'server.lock'), { timeout: 0 });
  try {
    raw.exec('begin exclusive');
  } catch (error) {
    raw.close();
    if (!(error instanceof Libsql.SqliteError) || error.code !== 'SQLITE_BUSY') throw error;
    return null;
  }
  held.add(raw);
  return {
    release: () => {
      held.delete(raw);
      raw.close();
    },
  };
}
