import type { RatingTable } from './rating-table.ts';

/**
 * Components of the graph in which an entry and a judge are joined by a score; criteria play no
 * part. With more than one, severity and quality cannot be told apart across components. By
 * union-find with path halving (Tarjan 1975).
 */
export function countComponents({ entry, judge }: RatingTable): number {
  const entries = entry.ids.length;
  const parent = Int32Array.from({ length: entries + judge.ids.length }, (_, node) => node);
  const rootOf = (node: number) => {
    let at = node;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  let components = parent.length;
  for (let row = 0; row < entry.of.length; row += 1) {
    const a = rootOf(entry.of[row]!);
    const b = rootOf(entries + judge.of[row]!);
    if (a === b) continue;
    parent[a] = b;
    components -= 1;
  }
  return components;
}
