import type { Bubble } from '@domain/story/scene.ts';

/** What each kind of bubble looks like, on a button. */
const OUTLINES: Readonly<Record<Bubble, readonly string[]>> = {
  none: ['M14 12H42', 'M18 21H38'],
  speech: ['M12 5H44Q52 5 52 14T44 23H26L15 33L18 23H12Q4 23 4 14T12 5Z'],
  thought: [
    'M12 8Q18 1 26 5Q36 0 42 7Q53 7 50 15Q52 23 42 23Q34 29 27 24Q17 28 12 22Q2 22 6 15Q2 9 12 8Z',
    'M13 27.5a2.5 2.5 0 1 0 .1 0Z',
    'M8 32a1.5 1.5 0 1 0 .1 0Z',
  ],
  shout: [
    'M8 4L18 8L26 2L33 8L46 3L44 11L54 15L44 18L48 27L35 22L29 31L22 22L9 27L13 18L3 14L13 11Z',
  ],
  narration: ['M4 6H52V24H4Z'],
};

export function BubblePicture({ bubble }: { bubble: Bubble }) {
  return (
    <svg viewBox="0 0 56 36" aria-hidden="true" className={`objects-bubble-${bubble}`}>
      {OUTLINES[bubble].map((d) => (
        <path key={d} d={d} />
      ))}
    </svg>
  );
}
