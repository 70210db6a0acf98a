/** A stack that shares its tail: pushing and popping cost the same however long a drawing has become. */
export interface TrailNode<T> {
  readonly top: T;
  readonly below: Trail<T>;
  readonly depth: number;
}

export type Trail<T> = TrailNode<T> | null;

export function push<T>(trail: Trail<T>, top: T): TrailNode<T> {
  return { top, below: trail, depth: (trail?.depth ?? 0) + 1 };
}

/** Oldest first. */
export function listTrail<T>(trail: Trail<T>): readonly T[] {
  const newestFirst: T[] = [];
  for (let node = trail; node !== null; node = node.below) newestFirst.push(node.top);
  return newestFirst.reverse();
}
