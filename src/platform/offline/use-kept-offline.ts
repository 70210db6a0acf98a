import { useEffect } from 'react';

/** What this page is made of opens without a network from now on. */
export function useKeptOffline(): void {
  useEffect(() => {
    void import('./keep-offline.ts').then(
      ({ keepOffline }) => keepOffline(),
      // Fetched when there was no network: the next visit tries again.
      () => {},
    );
  }, []);
}
