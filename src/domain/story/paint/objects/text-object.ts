import { toPx } from '../../limits.ts';
import type { TextObject } from '../../scene.ts';
import type { Box, Place } from './box.ts';
import { bubbleBox, paintBubble } from './bubble.ts';
import type { ObjectSurface } from './object-surface.ts';
import { paintLines, textHeight } from './text.ts';

function blockOf({ text, textSize, width }: TextObject): Box {
  return { width: toPx(width), height: textHeight(text, toPx(textSize)) };
}

/** Text with its bubble, at scale 1, without the tail. */
export function textObjectBox(item: TextObject): Box {
  return bubbleBox(item.bubble, blockOf(item), toPx(item.textSize));
}

export function tailOf({ tail }: TextObject): Place | null {
  return tail === null ? null : { x: toPx(tail.x), y: toPx(tail.y) };
}

/** Paints it with its middle at 0, 0. The bubble may be mirrored; the letters never are. */
export function paintTextObject(surface: ObjectSurface, item: TextObject): void {
  const sizePx = toPx(item.textSize);
  const tail = tailOf(item);
  paintBubble(surface, item.bubble, textObjectBox(item), {
    tail: tail !== null && item.placement.flip ? { x: -tail.x, y: tail.y } : tail,
    sizePx,
  });
  surface.fillStyle = `#${item.colour.toString(16).padStart(6, '0')}`;
  paintLines(
    surface,
    item.text,
    { font: item.font, sizePx },
    {
      width: toPx(item.width),
      align: item.bubble === 'narration' || item.bubble === 'none' ? 'left' : 'center',
    },
  );
}
