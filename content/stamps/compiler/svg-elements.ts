/** An element as written, with the line on which it stands. */
export type Element = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  readonly line: number;
};

export class ArtError extends Error {}

/** Reads the little XML that drawings need: elements, quoted attributes, comments. */
export function parseElements(file: string, text: string): Element {
  type Open = { name: string; attributes: Map<string, string>; children: Element[]; line: number };
  const root: Open = { name: '', attributes: new Map(), children: [], line: 1 };
  const open: Open[] = [root];
  const TOKEN = /\s+|<!--[\s\S]*?-->|<\/([\w-]+)\s*>|<([\w-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/y;
  while (TOKEN.lastIndex < text.length) {
    const line = text.slice(0, TOKEN.lastIndex).split('\n').length;
    const token = TOKEN.exec(text);
    if (!token) throw new ArtError(`${file}:${line}: neither an element nor a comment`);
    const [, closes, opens, attributes, selfClosed] = token;
    if (closes !== undefined) {
      if (open.length < 2 || open.pop()!.name !== closes) {
        throw new ArtError(`${file}:${line}: </${closes}> closes nothing`);
      }
    } else if (opens !== undefined) {
      const element: Open = { name: opens, attributes: new Map(), children: [], line };
      for (const [, key, value] of attributes!.matchAll(/([\w:-]+)="([^"]*)"/g)) {
        if (element.attributes.has(key!)) throw new ArtError(`${file}:${line}: ${key} twice`);
        element.attributes.set(key!, value!);
      }
      open.at(-1)!.children.push(element);
      if (selfClosed === '') open.push(element);
    }
  }
  const [svg, ...more] = root.children;
  if (svg?.name !== 'svg' || more.length > 0 || open.length > 1) {
    throw new ArtError(`${file}: one <svg>, closed, and nothing else`);
  }
  return svg;
}
