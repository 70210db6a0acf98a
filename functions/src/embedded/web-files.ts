import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context, Handler } from 'hono';
import { getMimeType } from 'hono/utils/mime';
import type { ApiEnv } from '@server/api/api-env.ts';
import { codeOf } from './fault.ts';

const COMPRESSIBLE = /^(text\/|application\/(json|javascript|manifest)|image\/svg)/;
const PAGE = '/index.html';
/** Vite names these by their content. */
const NAMED_BY_CONTENT = /^\/assets\//;

type Encoding = 'br' | 'gzip' | 'identity';
type WebFile = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly tag: string;
  readonly mediaType: string;
};

const compress: Readonly<
  Record<Exclude<Encoding, 'identity'>, (b: Uint8Array) => Promise<Buffer>>
> = {
  // 9 of 11: the last two steps take ten times as long for two per cent.
  br: (bytes) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: 9 }),
};

function pathsUnder(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? pathsUnder(root, path) : [path];
  });
}

function encodingFor(c: Context, mediaType: string): Encoding {
  if (!COMPRESSIBLE.test(mediaType)) return 'identity';
  const accepted = c.req.header('accept-encoding') ?? '';
  return /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : 'identity';
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    // A lone % names no file.
    return null;
  }
}

/**
 * The web app's files under `root`. Only paths found there at the start are ever read, so that no
 * path leads anywhere else. Each file is compressed once, when it is first asked for, and kept: a
 * class of tablets loads the same few. Any other path without an extension is a place inside the
 * app and gets its page.
 */
export function webFiles(root: string): Handler<ApiEnv> {
  const known = new Set(pathsUnder(root));
  const kept = new Map<string, Promise<WebFile>>();

  async function load(path: string, encoding: Encoding, mediaType: string): Promise<WebFile> {
    const raw = await readFile(join(root, path));
    const bytes = new Uint8Array(encoding === 'identity' ? raw : await compress[encoding](raw));
    const tag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
    return { bytes, tag, mediaType };
  }

  function fileOf(path: string, encoding: Encoding, mediaType: string): Promise<WebFile> {
    const key = `${encoding} ${path}`;
    const file = kept.get(key) ?? load(path, encoding, mediaType);
    kept.set(key, file);
    // What could not be read once is tried again when it is next asked for.
    file.catch(() => kept.delete(key));
    return file;
  }

  return async (c) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      return c.body(null, 405, { Allow: 'GET, HEAD' });
    }
    const asked = decoded(c.req.path);
    const isPlace = asked !== null && !known.has(asked) && !asked.split('/').at(-1)!.includes('.');
    const path = isPlace ? PAGE : asked;
    if (path === null || !known.has(path))
      return c.body(null, 404, { 'Cache-Control': 'no-store' });

    const mediaType = getMimeType(path) ?? 'application/octet-stream';
    const encoding = encodingFor(c, mediaType);
    const file = await fileOf(path, encoding, mediaType).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return null;
      throw error;
    });
    // A newer build has taken its place on the disk; the page asks for the new names when reloaded.
    if (file === null) return c.body(null, 404, { 'Cache-Control': 'no-store' });
    c.header('ETag', file.tag);
    c.header('Vary', 'Accept-Encoding');
    c.header(
      'Cache-Control',
      NAMED_BY_CONTENT.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
    if (c.req.header('if-none-match')?.includes(file.tag)) return c.body(null, 304);
    c.header('Content-Type', file.mediaType);
    c.header('Content-Length', String(file.bytes.byteLength));
    if (encoding !== 'identity') c.header('Content-Encoding', encoding);
    return c.body(file.bytes);
  };
}
