// What this project's worker uses of ServiceWorkerGlobalScope: TypeScript's own declarations of it
// exclude those of pages.

type Extendable = Event & { waitUntil(work: Promise<unknown>): void };
type Fetching = Extendable & {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
};
type Said = Extendable & { readonly data: unknown };

export interface WorkerScope {
  readonly location: Location;
  readonly caches: CacheStorage;
  readonly navigator: Pick<Navigator, 'locks'>;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
  addEventListener(type: 'message', listener: (event: Said) => void): void;
}
