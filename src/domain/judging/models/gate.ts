/** Below this many score sheets a judge's severity is too uncertain to correct for. */
export const MIN_SHEETS_PER_JUDGE = 8;

/** Why raw means decide although a model was asked for. */
export type GateReason =
  /** The entry–judge graph falls apart. */
  | 'disconnected'
  /** Some judge has fewer than eight score sheets. */
  | 'few-sheets'
  /** The model has no unique solution with these ratings. */
  | 'not-estimable'
  /** The estimated variance between judges is 0: nothing to correct. */
  | 'no-judge-variance';

export type GateFacts = {
  readonly components: number;
  readonly sheetsPerJudge: Int32Array;
  /** By REML, points²; null where it could not be estimated. Asked for only when it matters. */
  readonly judgeVariance: () => number | null;
};

/**
 * Null when the adjusted score may decide, else the first reason against it. Correcting panels
 * that are not linked does harm, thin data make severities noise, and a zero variance makes the
 * correction one in name only.
 */
export function gateReason(facts: GateFacts): GateReason | null {
  if (facts.components > 1) return 'disconnected';
  if (facts.sheetsPerJudge.some((sheets) => sheets < MIN_SHEETS_PER_JUDGE)) return 'few-sheets';
  const variance = facts.judgeVariance();
  if (variance === null) return 'not-estimable';
  return variance > 0 ? null : 'no-judge-variance';
}
