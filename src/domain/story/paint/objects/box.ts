/** A point, in px. */
export type Place = { readonly x: number; readonly y: number };

/** A size, in px. */
export type Box = { readonly width: number; readonly height: number };
