import { expect, test } from 'vitest';
import { readLog, withEnding } from './voyage-log.ts';

test('the log keeps the best of every game, and nothing that is none', () => {
  const once = withEnding({}, 'sail', { shells: 2, points: 700 });
  const worse = withEnding(once, 'sail', { shells: 1, points: 900 });
  expect(worse).toEqual({ sail: { shells: 2, points: 900 } });
  expect(readLog(JSON.parse(JSON.stringify(worse)))).toEqual(worse);
  expect(readLog({ sail: { shells: 9, points: 1 }, chess: { shells: 1, points: 1 } })).toEqual({});
  expect(readLog('x')).toEqual({});
});
