import type { Sample } from './session.ts';
import type { SteadyStep } from './tool-desk.ts';

/** Share of the way to the hand that the line goes at each sample. */
const FOLLOWS: Readonly<Record<SteadyStep, number>> = { 0: 1, 1: 0.5, 2: 0.28, 3: 0.14 };

export interface Steadied {
  /** The sample as the line follows it. */
  follow(sample: Sample): Sample;
  /** Where the hand is: a line ends where it was lifted. */
  last(): Sample;
}

/** A line that follows the hand a little behind, so that trembling does not show. */
export function steady(first: Sample, step: SteadyStep): Steadied {
  let [x, y]: [number, number] = [first.x, first.y];
  let hand = first;
  return {
    follow(sample) {
      hand = sample;
      if (step === 0) return sample;
      x += (sample.x - x) * FOLLOWS[step];
      y += (sample.y - y) * FOLLOWS[step];
      return {
        ...sample,
        x: (Math.round(x) + 0) as Sample['x'],
        y: (Math.round(y) + 0) as Sample['y'],
      };
    },
    last: () => hand,
  };
}
