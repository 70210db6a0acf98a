import {
  MAX_OBJECT_TEXT_CHARS,
  PAGE_WIDTH_PX,
  quarterSize,
  quarterX,
  quarterY,
  toPx,
} from '@domain/story/limits.ts';
import {
  breakText,
  type Measure,
  type TextLook,
  textHeight,
  textWidth,
  unbrokenText,
} from '@domain/story/paint/objects/text.ts';
import type { TextObject } from '@domain/story/scene.ts';
import { tidyText } from '@domain/story/text.ts';

/** Letters of a typeface and size, measured. */
export type TextFitter = (look: TextLook) => Measure;

/** Heights of the letters: small, middle, large, very large. */
export const TEXT_SIZES = [32, 44, 64, 96].map(quarterSize) as unknown as readonly [
  TextObject['textSize'],
  TextObject['textSize'],
  TextObject['textSize'],
  TextObject['textSize'],
];
export type TextSizeStep = 0 | 1 | 2 | 3;

/** A bubble of about twelve letters a line reads best beside a picture. */
const EMS_PER_LINE = 10;
/** Narrower than this share of a comfortable line, somebody meant it so. */
const NARROW = 0.7;
const LEAST_WIDTH_PX = 24;
/** Left free for the line ends that fitting adds. */
const ROOM_FOR_BREAKS = 40;
export const MAX_TYPED_CHARS = MAX_OBJECT_TEXT_CHARS - ROOM_FOR_BREAKS;

export function emptyText(
  look: Pick<TextObject, 'font' | 'bubble' | 'textSize' | 'colour'>,
): TextObject {
  const sizePx = toPx(look.textSize);
  return {
    kind: 'text',
    text: '',
    ...look,
    width: quarterX(sizePx * EMS_PER_LINE),
    tail: null,
    opacity: 255,
    placement: {
      x: quarterX(0),
      y: quarterY(0),
      scale: 1000,
      rotation: 0,
      flip: false,
      behind: false,
    },
  };
}

function withTail(item: TextObject): TextObject {
  if (item.bubble === 'none' || item.bubble === 'narration') return { ...item, tail: null };
  if (item.tail !== null) return item;
  const sizePx = toPx(item.textSize);
  const down = textHeight(item.text, sizePx) / 2 + sizePx * 2;
  return {
    ...item,
    tail: { x: quarterX(-toPx(item.width) * 0.3 - sizePx * 0.2), y: quarterY(down) },
  };
}

/**
 * Breaks the lines and makes the box as wide as they are. A text that needed no break so far may grow
 * to a comfortable line; one that was made narrow stays so.
 */
export function fitText(item: TextObject, fitter: TextFitter, widthPx?: number): TextObject {
  const sizePx = toPx(item.textSize);
  const measure = fitter({ font: item.font, sizePx });
  const typed = tidyText(unbrokenText(item.text), MAX_TYPED_CHARS).trim();
  const wrapped = item.text !== unbrokenText(item.text);
  const comfortable = sizePx * EMS_PER_LINE;
  const narrow = wrapped && toPx(item.width) < comfortable * NARROW;
  const room = widthPx ?? (narrow ? toPx(item.width) : Math.max(comfortable, toPx(item.width)));
  let within = Math.min(PAGE_WIDTH_PX, Math.max(sizePx * 1.5, room));
  let text = breakText(typed, within, measure);
  // Many short lines end so often that a story could not hold them.
  while (text.length > MAX_OBJECT_TEXT_CHARS) {
    within *= 1.5;
    text = breakText(typed, within, measure);
  }
  const width = quarterX(Math.ceil(Math.max(LEAST_WIDTH_PX, textWidth(text, measure))));
  return withTail({ ...item, text, width });
}
