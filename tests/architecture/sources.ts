import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';

export const ROOT = join(import.meta.dirname, '../..');

export type Source = { readonly path: string; readonly text: string };

const PRUNED = new Set(['node_modules', 'dist', 'lib']);

/** Paths under a folder of the project, with forward slashes, relative to its root. */
export function filesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return PRUNED.has(entry.name) ? [] : filesUnder(path);
    return [path];
  });
}

export const isCode = (path: string) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts');
export const isTest = (path: string) => /\.test\.tsx?$/.test(path);

/** The code that ships: no tests. */
export function shippedSources(): Source[] {
  return ['src', 'functions/src', 'content']
    .flatMap(filesUnder)
    .filter((path) => isCode(path) && !isTest(path))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

export function parse({ path, text }: Source) {
  const parsed = parseSync(path, text, { lang: path.endsWith('x') ? 'tsx' : 'ts' });
  if (parsed.errors.length > 0) throw new Error(`${path}: ${parsed.errors[0]?.message}`);
  return parsed;
}

export type Node = { readonly type: string; readonly start: number } & Record<string, unknown>;

/** Every node of a syntax tree, parents first. */
export function* walk(value: unknown): Generator<Node> {
  if (Array.isArray(value)) {
    for (const item of value) yield* walk(item);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const node = value as Node;
  if (typeof node.type === 'string') yield node;
  for (const child of Object.values(node)) {
    if (typeof child === 'object') yield* walk(child);
  }
}

export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
