import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  COLOUR_LAYER,
  EVERY_LAYER,
  type LayerId,
  type Symmetry,
  SYMMETRIES,
} from '@domain/story/event.ts';
import type { Leak } from '@domain/story/flood/leaks.ts';
import { quarterSize } from '@domain/story/limits.ts';
import { readPreference, writePreference } from '@platform/preferences.ts';
import type { Editor } from '../editor-store.ts';
import { FIRST_COLOUR, withRecent } from '../palette.ts';
import { type Band, BANDS } from './band.ts';
import { TOOL_IDS, type ToolId } from './tool-ids.ts';
import { SIZE_STEPS, type SizeStep, TOOL_SET, toolsOf } from './tool-set.ts';
import type { ToolSettings } from './session.ts';

/** Gaps in lines that pouring takes for closed, px. */
export const GAPS = { none: 0, small: 10, large: 26 } as const;
export type Gap = keyof typeof GAPS;

/** How much the hand is steadied; 0 not at all. */
export const STEADY_STEPS = [0, 1, 2, 3] as const;
export type SteadyStep = (typeof STEADY_STEPS)[number];

export type ToolDeskState = {
  readonly band: Band;
  readonly tool: ToolId;
  readonly sizes: Readonly<Record<ToolId, SizeStep>>;
  readonly colour: number;
  /** Newest first, each once. */
  readonly recent: readonly number[];
  /** Percent, 10 to 100. */
  readonly opacity: number;
  readonly symmetry: Symmetry;
  readonly steady: SteadyStep;
  readonly filled: boolean;
  readonly gap: Gap;
  /** How different a colour may be and still take poured colour, 0 to 100. */
  readonly tolerance: number;
  /** Null: colour under line, as each tool has it. */
  readonly layer: LayerId | null;
  /** Where colour ran out, until something else happens. */
  readonly leaks: readonly Leak[];
  readonly pouring: boolean;
  /** Ink was taken up with the lasso and is not set down yet. */
  readonly holdsInk: boolean;
  /** The device says the names of tools aloud. */
  readonly speaks: boolean;
};

const DEFAULT_SIZE: SizeStep = 2;
const MAX_SEED = 0xffff;
/** Brushes whose grain falls differently at every stroke. */
const SEEDED: ReadonlySet<ToolId> = new Set(['crayon', 'watercolour', 'spray']);

/** The table that the author of this story chose on this device; nobody else's. */
function rememberedBand(story: string): Band | null {
  const [kept, of] = readPreference('studio-band')?.split(' ') ?? [];
  return of === story ? (BANDS.find((band) => band === kept) ?? null) : null;
}

function sizesAtFirst(): Record<ToolId, SizeStep> {
  const sizes = TOOL_IDS.map((id) => [id, DEFAULT_SIZE] as const);
  return Object.fromEntries(sizes) as Record<ToolId, SizeStep>;
}

/** The table beside the page: which tool is in hand, and how it is set. */
export function createToolDesk() {
  const store: StoreApi<ToolDeskState> = createStore(() => ({
    band: 'medium',
    tool: 'brush',
    sizes: sizesAtFirst(),
    colour: FIRST_COLOUR,
    recent: [],
    opacity: 100,
    symmetry: 'none',
    steady: 0,
    filled: false,
    gap: 'small',
    tolerance: 30,
    layer: null,
    leaks: [],
    pouring: false,
    holdsInk: false,
    speaks: false,
  }));
  const { getState, setState } = store;
  let bandIsChosen = false;
  let story: string | null = null;
  /** The tool last taken that draws in a colour. */
  let coloured: ToolId = 'brush';

  const lay = (band: Band) => {
    const { tool } = getState();
    // What is no longer on the table lets go of the hand; hidden settings go back to plain.
    const kept = toolsOf(band).includes(tool) ? tool : 'brush';
    coloured = 'brush';
    setState({
      band,
      tool: kept,
      ...(band === 'large' ? {} : { layer: null, opacity: 100, tolerance: 30 }),
      ...(band === 'small' ? { symmetry: 'none', steady: 0, filled: false, gap: 'small' } : {}),
    });
  };

  const layerOf = (tool: ToolId): LayerId => getState().layer ?? TOOL_SET[tool].layer;

  return {
    store,
    /** Lays the table as it was left with this story on this device. */
    openFor(id: string) {
      if (id === story) return;
      story = id;
      const kept = rememberedBand(id);
      bandIsChosen = kept !== null;
      if (kept !== null && kept !== getState().band) lay(kept);
    },
    /** The band of the pupil's age, for who never chose another on this device. */
    suggestBand(band: Band) {
      if (!bandIsChosen && band !== getState().band) lay(band);
    },
    chooseBand: (band: Band) => {
      bandIsChosen = true;
      if (story !== null) writePreference('studio-band', `${band} ${story}`);
      lay(band);
    },
    take(tool: ToolId) {
      if (TOOL_SET[tool].asks.includes('colour')) coloured = tool;
      setState({ tool, leaks: [] });
    },
    chooseSize: (step: SizeStep) =>
      setState({ sizes: { ...getState().sizes, [getState().tool]: step } }),
    stepSize(by: -1 | 1) {
      const { sizes, tool } = getState();
      const next = SIZE_STEPS[sizes[tool] + by];
      if (next !== undefined) this.chooseSize(next);
    },
    chooseColour(colour: number) {
      const { tool } = getState();
      // Who picks a colour wants to draw with it.
      const draws = TOOL_SET[tool].asks.includes('colour');
      setState({ colour, tool: draws ? tool : coloured, leaks: [] });
    },
    /** The colour was drawn with. */
    used(colour: number) {
      const { recent } = getState();
      if (recent[0] !== colour) setState({ recent: withRecent(recent, colour) });
    },
    set: (change: Partial<Omit<ToolDeskState, 'band' | 'tool' | 'sizes' | 'colour' | 'recent'>>) =>
      setState(change),
    nextSymmetry() {
      const at = SYMMETRIES.indexOf(getState().symmetry);
      setState({ symmetry: SYMMETRIES[(at + 1) % SYMMETRIES.length]! });
    },
    layerOf,
    /** Where an eraser takes ink off: everywhere, unless the child works on one layer. */
    erasedLayer: (): LayerId => getState().layer ?? EVERY_LAYER,
    pouredLayer: (): LayerId => getState().layer ?? COLOUR_LAYER,
    settingsFor(tool: ToolId): ToolSettings {
      const { sizes, colour, opacity, symmetry, filled } = getState();
      const kind = TOOL_SET[tool];
      return {
        colour,
        size: quarterSize(kind.sizes[sizes[tool]]),
        opacity: kind.asks.includes('opacity') ? Math.round((opacity / 100) * 255) : 255,
        layer: tool === 'eraser' ? this.erasedLayer() : layerOf(tool),
        symmetry: kind.asks.includes('symmetry') ? symmetry : 'none',
        seed: SEEDED.has(tool) ? Math.floor(Math.random() * MAX_SEED) : 0,
        filled,
      };
    },
  };
}

export type ToolDesk = ReturnType<typeof createToolDesk>;

const desks = new WeakMap<Editor, ToolDesk>();

/** The one table of a story, for as long as its editor lives. */
export function toolDeskOf(editor: Editor): ToolDesk {
  let desk = desks.get(editor);
  if (desk === undefined) {
    desk = createToolDesk();
    desks.set(editor, desk);
  }
  return desk;
}
