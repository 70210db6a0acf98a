/** One catalogue per room and language; a room's text is fetched with the room. */
export const ROOMS = [
  'common',
  'errors',
  'account',
  'harbour',
  'studio',
  'tools',
  'storyboard',
  'film',
  'objects',
  'telling',
  'classroom',
  'judging',
  'organiser',
  'rules',
  'assignment',
  'decision',
  'pairs',
  'gallery',
  'games',
  'quiz',
] as const;
export type Room = (typeof ROOMS)[number];
