export type Device = 'android' | 'apple' | 'windows' | 'chromebook';

/**
 * The kind of device by what its browser says of itself; null when it says nothing we know. An
 * iPad presents itself as a Mac, but no Mac has a touch screen.
 */
export function deviceOf(userAgent: string, touchPoints: number): Device | null {
  if (/CrOS/.test(userAgent)) return 'chromebook';
  if (/Android/.test(userAgent)) return 'android';
  if (/iPhone|iPad/.test(userAgent)) return 'apple';
  if (/Macintosh/.test(userAgent) && touchPoints > 1) return 'apple';
  return /Windows/.test(userAgent) ? 'windows' : null;
}
