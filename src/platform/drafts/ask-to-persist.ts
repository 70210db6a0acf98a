import { readPreference, writePreference } from '@platform/preferences.ts';

/**
 * Asks the browser, once on a device, to keep what lies here when room gets scarce. Some ask the person
 * in front of it, so it is asked when something of theirs is here.
 */
export function askToPersist(): void {
  if (typeof navigator.storage?.persist !== 'function') return;
  if (readPreference('asked-to-persist') !== null) return;
  writePreference('asked-to-persist', 'yes');
  // A no changes nothing: the server holds the drawing too.
  navigator.storage.persist().catch(() => {});
}
