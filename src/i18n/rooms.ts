/** One catalogue per room and language; a room's text is fetched with the room. */
export const ROOMS = [
  'common',
  'errors',
  'account',
  'harbour',
  'studio',
  'storyboard',
  'objects',
  'classroom',
  'judging',
  'organiser',
  'rules',
  'assignment',
  'gallery',
] as const;
export type Room = (typeof ROOMS)[number];
