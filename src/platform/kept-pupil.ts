import { keptWork } from './kept-work.ts';

/** Who was signed in here last, for opening the studio without a network; goes at signing out. */
export const keptPupil = () => keptWork('pupil');
