/** The games in the order of the voyage, from Đền Hùng to the far islands. */
export const GAME_IDS = ['timeline', 'sweep', 'newsroom', 'zones', 'place', 'sail'] as const;
export type GameId = (typeof GAME_IDS)[number];

export const GAME_PATHS: Readonly<Record<GameId, string>> = {
  timeline: '/hoc-choi/dong-thoi-gian',
  sweep: '/hoc-choi/don-rac-bien',
  newsroom: '/hoc-choi/tin-dung-sai',
  zones: '/hoc-choi/vung-bien',
  place: '/hoc-choi/dat-ten-dao',
  sail: '/hoc-choi/hai-trinh',
};

export const GAME_PICTURES: Readonly<Record<GameId, string>> = {
  timeline: '/art/games/royal-record.svg',
  sweep: '/art/games/turtle.svg',
  newsroom: '/art/games/spyglass.svg',
  zones: '/art/games/compass.svg',
  place: '/art/games/old-map.svg',
  sail: '/art/games/red-sail-junk.svg',
};
