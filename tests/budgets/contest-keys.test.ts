import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { questionBank } from '../fixtures/question-bank.ts';

function everythingIn(folder: string): string {
  return readdirSync(join(inject('hostFolder'), 'dist', folder), {
    recursive: true,
    withFileTypes: true,
  })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

const contest = questionBank.filter(({ pool }) => pool === 'contest');

/** Ids, explanations and places of contest items that a build holds. */
function leaksInto(built: string): string[] {
  return contest.flatMap(({ id, explanation, body }) => {
    // A bare year stands in many places; a sentence only where somebody put it.
    const sentences = [explanation.vi, explanation.en].filter((text) => text.length > 20);
    const keys = [`"${id}"`, ...sentences];
    if (body.kind === 'pin') keys.push(`${body.place.lat},`, `${body.place.lon}`);
    return keys.filter((key) => built.includes(key)).map((key) => `${id}: ${key}`);
  });
}

test('no file that a browser can fetch holds a key of the contest', () => {
  expect(contest.length).toBeGreaterThan(40);
  expect(leaksInto(everythingIn('web'))).toEqual([]);
});

test('the same search finds them where they belong, in the server', () => {
  const found = leaksInto(everythingIn('server').replaceAll('\\"', '"'));
  expect(new Set(found.map((leak) => leak.split(':')[0])).size).toBe(contest.length);
});
