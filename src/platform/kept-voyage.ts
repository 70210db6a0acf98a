import { keptWork } from './kept-work.ts';

/** Shells won in the games, on the device only: a pupil's go when the pupil signs out. */
export const keptVoyage = (player: 'pupil' | 'guest') => keptWork(`voyage-${player}`);
