declare module 'virtual:geo/sea' {
  import type { Geography, Harbour } from '@domain/geo/geography.ts';

  /** Rings of longitude and latitude, degrees: land of every country alike, without borders. */
  export const land: readonly (readonly (readonly [number, number])[])[];
  export const islands: Geography['islands'];
  export const zones: Geography['zones'];
  /** Places on the mainland, to the nearest few kilometres. */
  export const harbours: readonly Harbour[];
}
