import { describe, expect, it } from 'vitest';
import { refuse } from '@domain/kernel/refusal.ts';
import { savedWhere } from './save-status.tsx';

const saved = { kind: 'saved', at: 1 } as const;
const away = { kind: 'away' } as const;
const signedOut = { kind: 'refused', refusal: refuse('session.missing') } as const;

describe('the word about saving', () => {
  it('names the server only when the server has everything', () => {
    expect(savedWhere({ local: 'saved', server: saved })).toBe('server');
    expect(savedWhere({ local: 'saved', server: { kind: 'waiting' } })).toBe('here');
    expect(savedWhere({ local: 'saved', server: { kind: 'saving' } })).toBe('here');
  });

  it('names this device when that holds everything, whatever the server does', () => {
    expect(savedWhere({ local: 'saved', server: away })).toBe('here');
    expect(savedWhere({ local: 'saved', server: signedOut })).toBe('here');
  });

  it('admits that the newest strokes are nowhere', () => {
    expect(savedWhere({ local: 'full', server: away })).toBe('nowhere');
    expect(savedWhere({ local: 'unavailable', server: signedOut })).toBe('nowhere');
  });

  it('promises nothing while a save is under way', () => {
    expect(savedWhere({ local: 'saving', server: { kind: 'waiting' } })).toBe('saving');
    expect(savedWhere({ local: 'unavailable', server: { kind: 'saving' } })).toBe('saving');
  });
});
