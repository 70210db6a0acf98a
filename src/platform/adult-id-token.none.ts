/** Stands in for adult-id-token.ts in builds for the embedded host, which has no Firebase. */
export const adultIdToken: null = null;
