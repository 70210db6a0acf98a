import * as contract from '@contract/book.ts';
import { printEntry } from '@server/usecases/books/print-entry.ts';
import { readOwnBook } from '@server/usecases/books/read-own-book.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';

// A consent that is withdrawn, or a stroke that is added, counts at the next request.
const pdf = (bytes: Uint8Array) => ({ bytes, mediaType: 'application/pdf', cacheSeconds: 0 });

export const bookEndpoints: readonly Endpoint[] = [
  endpoint(contract.readOwnBook, async ({ deps, caller, params }) =>
    pdf(await readOwnBook(deps, caller, params)),
  ),
  endpoint(contract.printEntry, async ({ deps, caller, params }) =>
    pdf(await printEntry(deps, caller, params)),
  ),
];
