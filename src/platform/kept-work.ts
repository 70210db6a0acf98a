import { readPreference, writePreference } from './preferences.ts';

/** What a device holds until the server has acknowledged it: survives a closed tab. */
export type KeptWork = {
  /** What was written last, or null; whoever reads it checks its shape. */
  readonly read: () => unknown;
  readonly write: (work: unknown) => void;
  readonly forget: () => void;
};

export function keptWork(name: string): KeptWork {
  const key = `kept:${name}`;
  return {
    read: () => parsed(readPreference(key)),
    write: (work) => writePreference(key, JSON.stringify(work)),
    forget: () => writePreference(key, ''),
  };
}

function parsed(text: string | null): unknown {
  if (text === null || text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    // Cut off while it was written: then there is nothing to take up again.
    return null;
  }
}
