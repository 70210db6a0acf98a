/** Path of a browser for the browser tests, or null. CHROMIUM_PATH decides when it is set. */
export function findChromium(): string | null;
