import { expect, it } from 'vitest';
import { corners, type PaperPhoto, photographPaper } from '@tests/fixtures/paper-photos.ts';
import { findCorners } from './find-corners.ts';

const straight = corners([180, 140], [1020, 140], [1020, 740], [180, 740]);
const slanted = corners([260, 90], [1090, 250], [960, 800], [110, 640]);
const fromTheSide = corners([330, 160], [880, 170], [1120, 790], [90, 770]);

const PHOTOS: Readonly<Record<string, PaperPhoto>> = {
  'from above on a dark table': { corners: straight },
  'turned on a wooden table': { corners: slanted, grain: 'wood', table: '#8a5f3c' },
  'from a child’s seat': { corners: fromTheSide, table: '#3f5f6b' },
  'with the shadow of a head': { corners: slanted, shadow: 0.6, table: '#9a7b5a' },
  'at the window, dark on one side': { corners: fromTheSide, falloff: 0.65, table: '#7d6b5d' },
  'on a pale desk': { corners: slanted, table: '#c9c4b8', paper: '#f4f1ea' },
  'coloured up to its edges': { corners: fromTheSide, covered: true, table: '#b98f63' },
  'upright on a chequered cloth': {
    corners: corners([300, 130], [640, 150], [620, 640], [270, 610]),
    grain: 'cloth',
    table: '#8b3a3a',
  },
  'standing, taken standing': {
    width: 900,
    height: 1200,
    corners: corners([150, 170], [770, 210], [740, 1040], [90, 1000]),
    table: '#5b5148',
    shadow: 0.4,
  },
};

it.each(Object.entries(PHOTOS))('finds a sheet %s', (_, photo) => {
  const found = findCorners(photographPaper(photo));
  const most = 0.012 * Math.hypot(photo.width ?? 1200, photo.height ?? 900);
  const offs = photo.corners.map(({ x, y }, i) =>
    found === null ? Infinity : Math.hypot(found[i]!.x - x, found[i]!.y - y),
  );
  expect(Math.max(...offs)).toBeLessThan(most);
});

it('says nothing where no sheet stands out', () => {
  const nothing = photographPaper({ corners: corners([0, 0], [0, 0], [0, 0], [0, 0]) });
  expect(findCorners(nothing)).toBeNull();
});
