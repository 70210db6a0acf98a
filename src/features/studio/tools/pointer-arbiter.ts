export type PointerKind = 'pen' | 'touch' | 'mouse';

export type PointerDown = {
  readonly id: number;
  readonly kind: PointerKind;
  /** Main button, finger or tip; the pen's eraser end counts, too. */
  readonly primary: boolean;
  /** Longer side of the contact, CSS px. */
  readonly contactPx: number;
  readonly atMs: number;
};

/** What the page should do about a pointer. */
export type Verdict = 'ignore' | 'begin' | 'continue' | 'finish' | 'discard' | 'restart';

/** A second finger within this time means a gesture or a slip, not drawing. */
const PROVISIONAL_MS = 300;
/** A flat hand; a child's fingertip is 20 to 45 px. */
const PALM_PX = 90;

export interface PointerArbiter {
  down(pointer: PointerDown): Verdict;
  move(id: number): Verdict;
  up(id: number): Verdict;
  cancel(id: number): Verdict;
  /** A pen was seen, so fingers rest and do not draw. */
  penOnly(): boolean;
  /** The pupil wants to draw by finger again. */
  allowTouch(): void;
}

/**
 * Decides which pointer draws. One at a time; a pen overrules a hand that lies on the glass, and
 * once a pen was seen touches no longer draw; a second finger takes back a touch stroke that has
 * only just begun. 'restart' discards the stroke under way and begins one with this pointer.
 */
export function createPointerArbiter(): PointerArbiter {
  let drawing: PointerDown | null = null;
  let penSeen = false;
  const touches = new Set<number>();
  // After a two-finger touch the finger that stays longer must not draw either.
  let waitForLift = false;

  const lifted = (id: number) => {
    touches.delete(id);
    if (touches.size === 0) waitForLift = false;
  };

  const touchDown = (pointer: PointerDown): Verdict => {
    touches.add(pointer.id);
    if (penSeen || waitForLift || pointer.contactPx >= PALM_PX) return 'ignore';
    if (drawing === null) {
      drawing = pointer;
      return 'begin';
    }
    if (drawing.kind !== 'touch' || pointer.atMs - drawing.atMs > PROVISIONAL_MS) return 'ignore';
    drawing = null;
    waitForLift = true;
    return 'discard';
  };

  const ended = (id: number, verdict: Verdict): Verdict => {
    lifted(id);
    if (drawing?.id !== id) return 'ignore';
    drawing = null;
    return verdict;
  };

  return {
    down(pointer) {
      if (pointer.kind === 'touch') return touchDown(pointer);
      if (!pointer.primary) return 'ignore';
      if (pointer.kind === 'pen') penSeen = true;
      const overruled = drawing?.kind === 'touch' && pointer.kind === 'pen';
      if (drawing !== null && !overruled) return 'ignore';
      drawing = pointer;
      return overruled ? 'restart' : 'begin';
    },
    move: (id) => (drawing?.id === id ? 'continue' : 'ignore'),
    up: (id) => ended(id, 'finish'),
    // A pen that slips off the glass has drawn; a finger is cancelled when the system took the gesture.
    cancel: (id) => ended(id, drawing?.kind === 'touch' ? 'discard' : 'finish'),
    penOnly: () => penSeen,
    allowTouch() {
      penSeen = false;
    },
  };
}
