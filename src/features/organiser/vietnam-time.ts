import type { EpochMs } from '@domain/kernel/ids.ts';

const OFFSET_MS = 7 * 60 * 60_000;
const LOCAL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/;

/** A moment as `datetime-local` shows it, in Vietnam's time (UTC+7 all year) wherever the PC is. */
export function toLocalInput(at: EpochMs): string {
  return new Date(at + OFFSET_MS).toISOString().slice(0, 16);
}

/** The moment that a `datetime-local` field means in Vietnam's time; null when there is none. */
export function fromLocalInput(text: string): EpochMs | null {
  const parts = LOCAL.exec(text)?.slice(1).map(Number);
  if (parts === undefined) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts;
  const at = Date.UTC(year, month - 1, day, hour, minute) - OFFSET_MS;
  // A date that does not exist, such as 31 April, would roll over into the next month.
  return toLocalInput(at) === text.slice(0, 16) ? at : null;
}
