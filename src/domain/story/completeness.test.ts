import { expect, it } from 'vitest';
import { submissionProblems } from './completeness.ts';
import type { InkStep } from './event.ts';
import { quarterSize, quarterX, quarterY } from './limits.ts';
import { EMPTY_SCENE, type Scene } from './scene.ts';

function line(xPx: number, colour = 0x0b3a5b): InkStep {
  return {
    kind: 'stroke',
    tool: 'pencil',
    colour,
    size: quarterSize(6),
    opacity: 255,
    layer: 1,
    symmetry: 'none',
    seed: 0,
    x: [quarterX(xPx), quarterX(xPx + 50)],
    y: [quarterY(100), quarterY(200)],
    pressure: [128, 128],
  };
}

const bounds = { minPages: 2, maxPages: 3 };
const page = (caption: string, ...ink: readonly InkStep[]) => ({
  caption,
  alt: '',
  ink,
  scene: EMPTY_SCENE,
});

const boat = page('Thuyền ra khơi', line(100));

it('lets a picture with title, captions and something on every page pass', () => {
  expect(submissionProblems({ title: 'Biển quê em', pages: [boat, boat] }, bounds)).toEqual([]);
});

it('names every problem at once, pages counted from 1', () => {
  const pages = [boat, page(' '), boat, boat];
  expect(submissionProblems({ title: '', pages }, bounds)).toEqual([
    { kind: 'missing-title' },
    { kind: 'too-many-pages', pages: 4, maxPages: 3 },
    { kind: 'blank-page', page: 2 },
    { kind: 'missing-caption', page: 2 },
  ]);
});

it('takes a page for blank that holds only white, or only what lies off the paper', () => {
  const pages = [page('Mây', line(100, 0xffffff)), page('Xa', line(-900))];
  expect(submissionProblems({ title: 'Trời', pages }, bounds)).toEqual([
    { kind: 'blank-page', page: 1 },
    { kind: 'blank-page', page: 2 },
  ]);
});

it('takes a stamp or a photograph for a picture, and a mere background not', () => {
  const placement = {
    x: quarterX(800),
    y: quarterY(600),
    scale: 1000,
    rotation: 0,
    flip: false,
    behind: false,
  };
  const item = { kind: 'stamp', asset: 'thuyen', placement, opacity: 255 } as const;
  const bare = page('Nền');
  const ground = (background: Scene['background']) => ({
    ...bare,
    scene: { ...EMPTY_SCENE, background },
  });
  const pages = [
    ground({ kind: 'asset', asset: 'bien' }),
    ground({ kind: 'photo', hash: 'a'.repeat(64) }),
    { ...bare, scene: { ...EMPTY_SCENE, objects: [{ id: 1, item }] } },
  ];
  expect(submissionProblems({ title: 'Trời', pages }, bounds)).toEqual([
    { kind: 'blank-page', page: 1 },
  ]);
});
