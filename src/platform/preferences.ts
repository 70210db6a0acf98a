/**
 * Small wishes of a device (language, night), kept where the browser allows it. Private windows
 * and locked-down schools may refuse storage: then the wish lasts as long as the page.
 */
export function readPreference(name: string): string | null {
  try {
    return window.localStorage.getItem(`bd:${name}`);
  } catch {
    return null;
  }
}

export function writePreference(name: string, value: string): void {
  try {
    window.localStorage.setItem(`bd:${name}`, value);
  } catch {
    // The choice still holds in the open page.
  }
}
