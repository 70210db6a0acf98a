import {
  FULL_TURN,
  MAX_OBJECT_TEXT_CHARS,
  MAX_PHOTO_PX,
  MAX_SIZE,
  PAGE_WIDTH_PX,
  QUARTERS_PER_PX,
  SCALE_RANGE,
  X_RANGE,
  Y_RANGE,
} from './limits.ts';
import {
  checkFlag,
  checkInteger,
  checkMember,
  checkPattern,
  checkWithin,
  COLOURS,
  OPACITIES,
} from './ranges.ts';
import {
  type Background,
  BUBBLES,
  FONTS,
  type PageObject,
  type PhotoObject,
  type Placement,
  type StampObject,
  type TextObject,
} from './scene.ts';
import { checkText } from './text.ts';

const ASSET = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const MAX_ASSET_CHARS = 60;
const HASH = /^[0-9a-f]{64}$/;

function checkAsset(asset: string): void {
  checkText(asset, MAX_ASSET_CHARS);
  checkPattern(asset, ASSET);
}

function checkPlacement({ x, y, scale, rotation, flip, behind }: Placement): void {
  checkWithin(x, X_RANGE);
  checkWithin(y, Y_RANGE);
  checkWithin(scale, SCALE_RANGE);
  checkInteger(rotation, 0, FULL_TURN - 1);
  checkFlag(flip);
  checkFlag(behind);
}

type Checks = {
  readonly [Kind in PageObject['kind']]: (item: Extract<PageObject, { kind: Kind }>) => void;
};

const OBJECT_CHECKS: Checks = {
  stamp: ({ asset }: StampObject) => checkAsset(asset),
  text: ({ text, colour, textSize, width, font, bubble, tail }: TextObject) => {
    checkText(text, MAX_OBJECT_TEXT_CHARS);
    checkWithin(colour, COLOURS);
    checkInteger(textSize, 1, MAX_SIZE);
    checkInteger(width, 1, PAGE_WIDTH_PX * QUARTERS_PER_PX);
    checkMember(font, FONTS);
    checkMember(bubble, BUBBLES);
    if (tail === null) return;
    checkWithin(tail.x, X_RANGE);
    checkWithin(tail.y, Y_RANGE);
  },
  photo: ({ hash, width, height }: PhotoObject) => {
    checkPattern(hash, HASH);
    checkInteger(width, 1, MAX_PHOTO_PX);
    checkInteger(height, 1, MAX_PHOTO_PX);
  },
};

export function checkObject(item: PageObject): void {
  checkPlacement(item.placement);
  checkWithin(item.opacity, OPACITIES);
  checkMember(item.kind, ['stamp', 'text', 'photo']);
  const check = OBJECT_CHECKS[item.kind] as (object: PageObject) => void;
  check(item);
}

type BackgroundChecks = {
  readonly [Kind in Background['kind']]: (value: Extract<Background, { kind: Kind }>) => void;
};

const BACKGROUND_CHECKS: BackgroundChecks = {
  colour: ({ colour }) => checkWithin(colour, COLOURS),
  asset: ({ asset }) => checkAsset(asset),
  photo: ({ hash }) => checkPattern(hash, HASH),
};

export function checkBackground(background: Background | null): void {
  if (background === null) return;
  checkMember(background.kind, ['colour', 'asset', 'photo']);
  const check = BACKGROUND_CHECKS[background.kind] as (value: Background) => void;
  check(background);
}
