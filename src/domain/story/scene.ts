import { MAX_LAYERS, type QuarterPx } from './limits.ts';

/** 1 to MAX_OBJECT_ID, of one page; a copied page has the ids of its original. */
export type ObjectId = number;

export interface Placement {
  /** The centre. */
  readonly x: QuarterPx;
  readonly y: QuarterPx;
  /** Thousandths of its natural size. */
  readonly scale: number;
  /** Hundredths of a degree clockwise, 0 to 35999. */
  readonly rotation: number;
  /** Mirrored left to right. */
  readonly flip: boolean;
  /** Below the ink instead of above. */
  readonly behind: boolean;
}

interface Placed {
  readonly placement: Placement;
  /** 1 to 255 */
  readonly opacity: number;
}

/** Only appended to. */
export const FONTS = ['body', 'hand'] as const;
export type Font = (typeof FONTS)[number];

/** Only appended to. */
export const BUBBLES = ['none', 'speech', 'thought', 'shout', 'narration'] as const;
export type Bubble = (typeof BUBBLES)[number];

/** A drawing of the pack. */
export interface StampObject extends Placed {
  readonly kind: 'stamp';
  readonly asset: string;
}

export interface TextObject extends Placed {
  readonly kind: 'text';
  readonly text: string;
  readonly colour: number;
  /** Height of the letters. */
  readonly textSize: QuarterPx;
  /** Where lines break. */
  readonly width: QuarterPx;
  readonly font: Font;
  readonly bubble: Bubble;
  /** Where the bubble points, from its centre and before it is scaled and turned. */
  readonly tail: { readonly x: QuarterPx; readonly y: QuarterPx } | null;
}

export interface PhotoObject extends Placed {
  readonly kind: 'photo';
  /** SHA-256 of the picture file. */
  readonly hash: string;
  /** Of the file, in its pixels; at scale 1000 one of them is one px of the page. */
  readonly width: number;
  readonly height: number;
}

export type PageObject = StampObject | TextObject | PhotoObject;

export type Background =
  | { readonly kind: 'colour'; readonly colour: number }
  | { readonly kind: 'asset'; readonly asset: string }
  | { readonly kind: 'photo'; readonly hash: string };

export interface LayerLook {
  readonly visible: boolean;
  /** 1 to 255 */
  readonly opacity: number;
}

export interface SceneObject {
  readonly id: ObjectId;
  readonly item: PageObject;
}

/** What a page shows besides its ink. */
export interface Scene {
  readonly background: Background | null;
  readonly panels: number;
  /** MAX_LAYERS of them, by id. */
  readonly layers: readonly LayerLook[];
  /** Ids of layers as the last layer-order said; `layerOrder` gives all of them. */
  readonly order: readonly number[];
  /** From the bottom to the top. */
  readonly objects: readonly SceneObject[];
}

const PLAIN_LAYER: LayerLook = { visible: true, opacity: 255 };

export const EMPTY_SCENE: Scene = {
  background: null,
  panels: 0,
  layers: Array.from({ length: MAX_LAYERS }, () => PLAIN_LAYER),
  order: [0, 1],
  objects: [],
};

const EVERY_ID: readonly number[] = EMPTY_SCENE.layers.map((_, id) => id);

/** The ids of all layers from the bottom to the top. */
export function layerOrder({ order }: Pick<Scene, 'order'>): readonly number[] {
  return [...order, ...EVERY_ID.filter((id) => !order.includes(id))];
}

/** The files that a page's photographs are. */
export function photosOf({ background, objects }: Pick<Scene, 'background' | 'objects'>) {
  const placed = objects.flatMap(({ item }) => (item.kind === 'photo' ? item.hash : []));
  return background?.kind === 'photo' ? [...placed, background.hash] : placed;
}
