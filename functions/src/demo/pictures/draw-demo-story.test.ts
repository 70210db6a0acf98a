import { expect, it } from 'vitest';
import { submissionProblems } from '@domain/story/completeness.ts';
import { sha256Hex } from '@domain/story/hash.ts';
import { encodePicture } from '@domain/story/picture-codec.ts';
import { pictureOf } from '@domain/story/picture.ts';
import { decodeProcess, encodeProcess } from '@domain/story/process-codec.ts';
import { replay } from '@domain/story/story.ts';
import { drawDemoStory } from './draw-demo-story.ts';

const seeds = Array.from({ length: 60 }, (_, i) => i);

it('draws stories that could be submitted, each unlike the others', () => {
  const hashes = seeds.map((seed) => {
    const picture = pictureOf(replay(drawDemoStory(seed)));
    expect(submissionProblems(picture, { minPages: 2, maxPages: 6 })).toEqual([]);
    for (const { ink } of picture.pages) {
      expect(ink.length).toBeGreaterThan(40);
      expect(ink.length).toBeLessThan(600);
    }
    return sha256Hex(encodePicture(picture));
  });
  expect(new Set(hashes).size).toBe(seeds.length);
});

it('draws the same story again from the same seed, through the real codec', () => {
  const log = drawDemoStory(5);
  expect(decodeProcess(encodeProcess(log))).toEqual(log);
  expect(drawDemoStory(5)).toEqual(log);
});

it('makes slips and takes them back, as pupils do', () => {
  const kinds = new Set(seeds.flatMap((seed) => drawDemoStory(seed).map(({ kind }) => kind)));
  expect(kinds).toContain('undo');
  expect(kinds).toContain('erase');
});
