import { describe, expect, it, vi } from 'vitest';
import { COLOUR_LAYER, EVERY_LAYER, LINE_LAYER } from '@domain/story/event.ts';
import { BANDS, hasIn } from './band.ts';
import { createToolDesk } from './tool-desk.ts';
import { TOOL_IDS } from './tool-ids.ts';
import { TOOL_SET, toolsOf } from './tool-set.ts';

describe('the drawing table', () => {
  it('remembers a size for each tool', () => {
    const desk = createToolDesk();
    desk.chooseSize(4);
    desk.take('eraser');
    expect(desk.store.getState().sizes).toMatchObject({ brush: 4, eraser: 2 });
  });

  it('goes back to the last brush when a colour is picked', () => {
    const desk = createToolDesk();
    desk.take('crayon');
    desk.take('eraser');
    desk.chooseColour(0xff0000);
    expect(desk.store.getState().tool).toBe('crayon');
  });

  it('lists the colours last drawn with, newest first and each once', () => {
    const desk = createToolDesk();
    for (const colour of [1, 2, 1, 3]) desk.used(colour);
    expect(desk.store.getState().recent).toEqual([3, 1, 2]);
  });

  it('lays the table of the age until the child chooses another', () => {
    const desk = createToolDesk();
    desk.suggestBand('small');
    expect(desk.store.getState().band).toBe('small');
    desk.chooseBand('large');
    desk.suggestBand('small');
    expect(desk.store.getState().band).toBe('large');
  });

  it('lays for each story the table that was chosen for it, and for nobody else', () => {
    const kept = new Map<string, string>();
    vi.stubGlobal('window', {
      localStorage: {
        getItem: (name: string) => kept.get(name) ?? null,
        setItem: (name: string, value: string) => kept.set(name, value),
      },
    });
    const tableOf = (story: string) => {
      const desk = createToolDesk();
      desk.openFor(story);
      return desk;
    };
    tableOf('one').chooseBand('large');
    expect(tableOf('one').store.getState().band).toBe('large');
    const next = tableOf('another');
    next.suggestBand('small');
    expect(next.store.getState().band).toBe('small');
    vi.unstubAllGlobals();
  });

  it('takes away what a smaller table does not have', () => {
    const desk = createToolDesk();
    desk.chooseBand('large');
    desk.take('ink');
    desk.set({ layer: 3, symmetry: 'star', opacity: 40 });
    desk.chooseBand('small');
    expect(desk.store.getState()).toMatchObject({
      tool: 'brush',
      layer: null,
      symmetry: 'none',
      opacity: 100,
    });
  });

  it('puts colour under line unless the child chose a layer', () => {
    const desk = createToolDesk();
    expect(desk.settingsFor('crayon').layer).toBe(COLOUR_LAYER);
    expect(desk.settingsFor('pencil').layer).toBe(LINE_LAYER);
    expect(desk.settingsFor('eraser').layer).toBe(EVERY_LAYER);
    desk.set({ layer: 4 });
    expect(['crayon', 'pencil', 'eraser'].map((id) => desk.settingsFor(id as 'ink').layer)).toEqual(
      [4, 4, 4],
    );
  });
});

it('each larger table has all that a smaller one has', () => {
  for (const [i, band] of BANDS.entries()) {
    const laid = toolsOf(band);
    expect(laid.every((id) => hasIn(band, TOOL_SET[id].band))).toBe(true);
    for (const smaller of BANDS.slice(0, i))
      expect(laid).toEqual(expect.arrayContaining([...toolsOf(smaller)]));
  }
  expect(toolsOf('large')).toHaveLength(TOOL_IDS.length);
});

it('no two tools share a key', () => {
  const keys = TOOL_IDS.map((id) => TOOL_SET[id].shortcut);
  expect(new Set(keys).size).toBe(keys.length);
  for (const taken of ['[', ']', ',', '.', 'm', '+', '=', '-', '0', '?'])
    expect(keys).not.toContain(taken);
});
