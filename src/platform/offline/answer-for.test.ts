import { describe, expect, it } from 'vitest';
import { ENDPOINTS } from '@server/api/endpoints.ts';
import { answerFor } from './answer-for.ts';

const ORIGIN = 'https://truong.example';
const ask = (path: string, mode = 'cors', method = 'GET') =>
  answerFor({ method, mode, url: new URL(path, ORIGIN).href }, ORIGIN);

describe('the service worker', () => {
  it('keeps nothing that the API says but what anybody may practise with', () => {
    const kept = ENDPOINTS.map(({ route }) => route)
      .filter(({ path, method }) => ask(path, 'cors', method.toUpperCase()) !== 'network')
      .map(({ path }) => path);
    expect(kept.toSorted()).toEqual(['/api/games', '/api/practice']);
  });

  it('leaves contest questions, sessions and drawings alone, however they are asked for', () => {
    const personal = ['/api/quiz', '/api/quiz/attempt', '/api/session', '/api/entries/1/draft/2'];
    for (const path of personal) {
      for (const mode of ['cors', 'navigate', 'no-cors']) expect(ask(path, mode)).toBe('network');
    }
    expect(ask('/api/practice', 'cors', 'POST')).toBe('network');
    expect(ask('/api/practice/../quiz')).toBe('network');
  });

  it('gives the page for every place, and files as they were named', () => {
    expect(ask('/ve', 'navigate')).toBe('page');
    expect(ask('/hoc-choi/luyen-tap?de=1', 'navigate')).toBe('page');
    expect(ask('/assets/studio-1a2b3c4d.js')).toBe('file');
    expect(ask('/art/studio-sea.svg', 'no-cors')).toBe('picture');
    expect(ask('/sw.js')).toBe('network');
    expect(ask('https://elsewhere.example/assets/a.js')).toBe('network');
  });
});
