import { type Board, BRIDGE, ONLY } from './board.ts';

/** How the graph of a division's entries and judges falls apart. */
export type DivisionParts = {
  readonly components: number;
  /** Component by the entry's place in its division. */
  readonly partOfEntry: Int32Array;
  /** Component per judge; −1 for those without a seat here. */
  readonly partOfJudge: Int32Array;
};

/**
 * Components of a division, and on its cells which seats are bridges (nothing else joins their
 * ends) and which are a judge's only one, by one depth-first search (Tarjan 1974).
 */
export function markDivision(board: Board, division: number): DivisionParts {
  const entries = board.divisions[division]!;
  const columns = board.judgeIds.length;
  const size = entries.length;
  const here = board.judgeIds.map(() => [] as number[]);
  for (const entry of entries) {
    for (const judge of board.panels[entry]!) {
      here[judge]!.push(board.placeOf[entry]!);
      board.cells[entry * columns + judge]! &= ~(BRIDGE | ONLY);
    }
  }
  // Nodes: entries by their place, then judges.
  const seen = new Int32Array(size + columns);
  const low = new Int32Array(size + columns);
  const part = new Int32Array(size + columns).fill(-1);
  const cursor = new Int32Array(size + columns);
  const above = new Int32Array(size + columns).fill(-1);
  let clock = 0;
  let components = 0;
  const visit = (node: number) => {
    clock += 1;
    seen[node] = clock;
    low[node] = clock;
    part[node] = components;
  };
  const leave = (node: number) => {
    const parent = above[node]!;
    if (parent < 0) return;
    low[parent] = Math.min(low[parent]!, low[node]!);
    if (low[node]! <= seen[parent]!) return;
    const [place, judge] = node < size ? [node, parent - size] : [parent, node - size];
    const only = here[judge]!.length === 1 ? ONLY : 0;
    board.cells[entries[place]! * columns + judge]! |= BRIDGE | only;
  };
  for (let root = 0; root < size; root += 1) {
    if (seen[root] !== 0) continue;
    visit(root);
    let node = root;
    while (node >= 0) {
      const isEntry = node < size;
      const next = isEntry ? board.panels[entries[node]!]! : here[node - size]!;
      const at = cursor[node]!;
      if (at >= next.length) {
        leave(node);
        node = above[node]!;
        continue;
      }
      cursor[node] = at + 1;
      const other = isEntry ? next[at]! + size : next[at]!;
      if (seen[other] === 0) {
        above[other] = node;
        visit(other);
        node = other;
      } else if (other !== above[node]) {
        low[node] = Math.min(low[node]!, seen[other]!);
      }
    }
    components += 1;
  }
  return { components, partOfEntry: part.subarray(0, size), partOfJudge: part.subarray(size) };
}
