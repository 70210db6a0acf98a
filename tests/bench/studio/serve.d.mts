export function serveFolder(folder: string): Promise<{
  readonly origin: string;
  readonly close: () => Promise<void>;
}>;
