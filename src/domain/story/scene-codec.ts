import { refuse } from '@domain/kernel/refusal.ts';
import type { ColumnReader, ColumnWriter } from './columns.ts';
import type { LayerId, SceneStep } from './event.ts';
import { MAX_LAYERS, MAX_OBJECT_TEXT_CHARS, MAX_OBJECTS, type QuarterPx } from './limits.ts';
import { MAX_ASSET_CHARS } from './object-rules.ts';
import {
  type Background,
  BUBBLES,
  FONTS,
  type LayerLook,
  type PageObject,
  type Placement,
  type Scene,
} from './scene.ts';
import { flagOf, memberAt } from './step-codec.ts';

/** Objects are few: their numbers lie one after the other, their words too. */
export const SCENE_COLUMNS = ['scene', 'words', 'hash'] as const;

type Name = (typeof SCENE_COLUMNS)[number];
export type SceneWriters = Record<Name, ColumnWriter>;
export type SceneReaders = Record<Name, ColumnReader>;

const HASH_BYTES = 32;
const OBJECT_KINDS = ['stamp', 'text', 'photo'] as const;
const BACKGROUND_KINDS = ['none', 'colour', 'asset', 'photo'] as const;

function writeHash({ hash }: SceneWriters, hex: string): void {
  for (let i = 0; i < hex.length; i += 2) hash.byte(Number.parseInt(hex.slice(i, i + 2), 16));
}

function readHash({ hash }: SceneReaders): string {
  const bytes = Array.from({ length: HASH_BYTES }, () => hash.byte());
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function writePlacement({ scene }: SceneWriters, placement: Placement): void {
  const { x, y, scale, rotation, flip, behind } = placement;
  scene.signed(x);
  scene.signed(y);
  scene.varint(scale);
  scene.varint(rotation);
  scene.byte((flip ? 1 : 0) + (behind ? 2 : 0));
}

function readPlacement({ scene }: SceneReaders): Placement {
  const [x, y] = [scene.signed() as QuarterPx, scene.signed() as QuarterPx];
  const [scale, rotation] = [scene.varint(), scene.varint()];
  const flags = scene.byte();
  if (flags > 3) throw refuse('story.malformed');
  return { x, y, scale, rotation, flip: flags % 2 === 1, behind: flags >= 2 };
}

interface Codec<Value> {
  readonly write: (columns: SceneWriters, value: Value) => void;
  readonly read: (columns: SceneReaders) => Value;
}

type Plain<Value> = Value extends unknown ? Omit<Value, 'placement' | 'opacity'> : never;
type ObjectCodecs = {
  readonly [Kind in PageObject['kind']]: Codec<Plain<Extract<PageObject, { kind: Kind }>>>;
};

const OBJECT_CODECS: ObjectCodecs = {
  stamp: {
    write: ({ words }, { asset }) => words.text(asset),
    read: ({ words }) => ({ kind: 'stamp', asset: words.text(MAX_ASSET_CHARS) }),
  },
  text: {
    write: ({ scene, words }, { text, colour, textSize, width, font, bubble, tail }) => {
      words.text(text);
      scene.varint(colour);
      scene.varint(textSize);
      scene.varint(width);
      scene.byte(FONTS.indexOf(font));
      scene.byte(BUBBLES.indexOf(bubble));
      scene.byte(tail === null ? 0 : 1);
      if (tail === null) return;
      scene.signed(tail.x);
      scene.signed(tail.y);
    },
    read: ({ scene, words }) => ({
      kind: 'text',
      text: words.text(MAX_OBJECT_TEXT_CHARS),
      colour: scene.varint(),
      textSize: scene.varint() as QuarterPx,
      width: scene.varint() as QuarterPx,
      font: memberAt(FONTS, scene.byte()),
      bubble: memberAt(BUBBLES, scene.byte()),
      tail: flagOf(scene.byte())
        ? { x: scene.signed() as QuarterPx, y: scene.signed() as QuarterPx }
        : null,
    }),
  },
  photo: {
    write: (columns, { hash, width, height }) => {
      writeHash(columns, hash);
      columns.scene.varint(width);
      columns.scene.varint(height);
    },
    read: (columns) => ({
      kind: 'photo',
      hash: readHash(columns),
      width: columns.scene.varint(),
      height: columns.scene.varint(),
    }),
  },
};

function writeObject(columns: SceneWriters, item: PageObject): void {
  columns.scene.byte(OBJECT_KINDS.indexOf(item.kind));
  writePlacement(columns, item.placement);
  columns.scene.byte(item.opacity);
  (OBJECT_CODECS[item.kind] as Codec<Plain<PageObject>>).write(columns, item);
}

function readObject(columns: SceneReaders): PageObject {
  const kind = memberAt(OBJECT_KINDS, columns.scene.byte());
  const placement = readPlacement(columns);
  const opacity = columns.scene.byte();
  const { read } = OBJECT_CODECS[kind] as Codec<Plain<PageObject>>;
  return { ...read(columns), placement, opacity } as PageObject;
}

function writeBackground(columns: SceneWriters, background: Background | null): void {
  columns.scene.byte(BACKGROUND_KINDS.indexOf(background?.kind ?? 'none'));
  if (background?.kind === 'colour') columns.scene.varint(background.colour);
  if (background?.kind === 'asset') columns.words.text(background.asset);
  if (background?.kind === 'photo') writeHash(columns, background.hash);
}

function readBackground(columns: SceneReaders): Background | null {
  const kind = memberAt(BACKGROUND_KINDS, columns.scene.byte());
  if (kind === 'colour') return { kind, colour: columns.scene.varint() };
  if (kind === 'asset') return { kind, asset: columns.words.text(MAX_ASSET_CHARS) };
  return kind === 'photo' ? { kind, hash: readHash(columns) } : null;
}

function writeLayer({ scene }: SceneWriters, { visible, opacity }: LayerLook): void {
  scene.byte(visible ? 1 : 0);
  scene.byte(opacity);
}

function readLayer({ scene }: SceneReaders): LayerLook {
  return { visible: flagOf(scene.byte()), opacity: scene.byte() };
}

function writeOrder({ scene }: SceneWriters, order: readonly LayerId[]): void {
  scene.byte(order.length);
  for (const layer of order) scene.byte(layer);
}

function readOrder({ scene }: SceneReaders): readonly LayerId[] {
  const length = scene.byte();
  if (length > MAX_LAYERS) throw refuse('story.malformed');
  return Array.from({ length }, () => scene.byte());
}

type SceneStepCodecs = {
  readonly [Kind in SceneStep['kind']]: Codec<Extract<SceneStep, { kind: Kind }>>;
};

const SCENE_STEP_CODECS: SceneStepCodecs = {
  'object-put': {
    write: (columns, { object, item }) => {
      columns.scene.varint(object);
      writeObject(columns, item);
    },
    read: (columns) => ({
      kind: 'object-put',
      object: columns.scene.varint(),
      item: readObject(columns),
    }),
  },
  'object-drop': {
    write: ({ scene }, { object }) => scene.varint(object),
    read: ({ scene }) => ({ kind: 'object-drop', object: scene.varint() }),
  },
  'object-order': {
    write: ({ scene }, { object, index }) => {
      scene.varint(object);
      scene.varint(index);
    },
    read: ({ scene }) => ({
      kind: 'object-order',
      object: scene.varint(),
      index: scene.varint(),
    }),
  },
  'background-set': {
    write: (columns, { background }) => writeBackground(columns, background),
    read: (columns) => ({ kind: 'background-set', background: readBackground(columns) }),
  },
  'panels-set': {
    write: ({ scene }, { layout }) => scene.byte(layout),
    read: ({ scene }) => ({ kind: 'panels-set', layout: scene.byte() }),
  },
  'layer-set': {
    write: (columns, { layer, visible, opacity }) => {
      columns.scene.byte(layer);
      writeLayer(columns, { visible, opacity });
    },
    read: (columns) => ({
      kind: 'layer-set',
      layer: columns.scene.byte(),
      ...readLayer(columns),
    }),
  },
  'layer-order': {
    write: (columns, { order }) => writeOrder(columns, order),
    read: (columns) => ({ kind: 'layer-order', order: readOrder(columns) }),
  },
};

export function writeSceneStep(columns: SceneWriters, step: SceneStep): void {
  (SCENE_STEP_CODECS[step.kind] as Codec<SceneStep>).write(columns, step);
}

export function readSceneStep(columns: SceneReaders, kind: SceneStep['kind']): SceneStep {
  return (SCENE_STEP_CODECS[kind] as Codec<SceneStep>).read(columns);
}

/** A whole scene, for the picture. */
export function writeScene(columns: SceneWriters, scene: Scene): void {
  writeBackground(columns, scene.background);
  columns.scene.byte(scene.panels);
  for (const look of scene.layers) writeLayer(columns, look);
  writeOrder(columns, scene.order);
  columns.scene.varint(scene.objects.length);
  for (const { id, item } of scene.objects) {
    columns.scene.varint(id);
    writeObject(columns, item);
  }
}

export function readScene(columns: SceneReaders): Scene {
  const background = readBackground(columns);
  const panels = columns.scene.byte();
  const layers = Array.from({ length: MAX_LAYERS }, () => readLayer(columns));
  const order = readOrder(columns);
  const count = columns.scene.varint();
  if (count > MAX_OBJECTS) throw refuse('story.too-large');
  const objects = Array.from({ length: count }, () => ({
    id: columns.scene.varint(),
    item: readObject(columns),
  }));
  return { background, panels, layers, order, objects };
}
