import { useEffect, useRef } from 'react';
import type { Point } from './geometry.ts';

const SIZE_PX = 132;
/** Of the photograph's longer side. */
const SEEN = 1 / 11;

/** What lies under the finger, larger, on the side where the finger is not. */
export function Magnifier({ canvas, at }: { canvas: HTMLCanvasElement; at: Point }) {
  const glass = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = glass.current?.getContext('2d');
    if (!context) return;
    const seen = Math.max(canvas.width, canvas.height) * SEEN;
    const [left, top] = [at.x - seen / 2, at.y - seen / 2];
    context.fillStyle = '#132532';
    context.fillRect(0, 0, SIZE_PX, SIZE_PX);
    context.drawImage(canvas, left, top, seen, seen, 0, 0, SIZE_PX, SIZE_PX);
    context.strokeStyle = '#ffffff';
    context.lineWidth = 4;
    for (const [colour, wide] of [
      ['#ffffff', 4],
      ['#c23c1d', 2],
    ] as const) {
      context.strokeStyle = colour;
      context.lineWidth = wide;
      context.beginPath();
      context.moveTo(SIZE_PX / 2, SIZE_PX * 0.3);
      context.lineTo(SIZE_PX / 2, SIZE_PX * 0.7);
      context.moveTo(SIZE_PX * 0.3, SIZE_PX / 2);
      context.lineTo(SIZE_PX * 0.7, SIZE_PX / 2);
      context.stroke();
    }
  }, [canvas, at]);
  const side = at.x < canvas.width / 2 ? 'right' : 'left';
  return (
    <canvas
      ref={glass}
      className="photo-magnifier"
      data-side={side}
      width={SIZE_PX}
      height={SIZE_PX}
      aria-hidden="true"
    />
  );
}
