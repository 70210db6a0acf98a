import { keptWork } from './kept-work.ts';

/** What practising remembers, on the device only: a pupil's goes when the pupil signs out. */
export const keptPractice = (player: 'pupil' | 'guest') => keptWork(`practice-${player}`);
