import { refuse } from '@domain/kernel/refusal.ts';
import { MAX_ENCODED_BYTES } from '@domain/story/limits.ts';
import type { Share } from './intake.ts';

export const MAX_JSON_BYTES = 64 * 1024;
export const MAX_BLOB_BYTES = MAX_ENCODED_BYTES;

function tooLarge(maxBytes: number) {
  return refuse('input.too-large', { maxBytes });
}

/** The whole body, refused as soon as it passes `maxBytes`: an endless one is never collected. */
async function readAtMost(
  request: Request,
  maxBytes: number,
  { take }: Share,
): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length')) > maxBytes) throw tooLarge(maxBytes);
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  const reader = request.body?.getReader();
  while (reader !== undefined) {
    // A line cut in mid-body is an everyday thing in a school, not a fault of this program.
    const { done, value } = await reader.read().catch(() => {
      throw refuse('input.malformed');
    });
    if (done) break;
    sizeBytes += value.byteLength;
    if (sizeBytes > maxBytes) throw tooLarge(maxBytes);
    take(value.byteLength);
    chunks.push(value);
  }
  const whole = new Uint8Array(sizeBytes);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

function mediaTypeOf(request: Request): string {
  return (request.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
}

/** The body as JSON. Refuses input.not-json, input.too-large, input.malformed and host.busy. */
export async function readJson(request: Request, share: Share): Promise<unknown> {
  if (mediaTypeOf(request) !== 'application/json') throw refuse('input.not-json');
  const bytes = await readAtMost(request, MAX_JSON_BYTES, share);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw refuse('input.malformed');
  }
}

/** The body as bytes. Refuses input.malformed for another media type, input.too-large, host.busy. */
export async function readBytes(
  request: Request,
  mediaType: string,
  share: Share,
): Promise<Uint8Array> {
  if (mediaTypeOf(request) !== mediaType) throw refuse('input.malformed');
  return readAtMost(request, MAX_BLOB_BYTES, share);
}
