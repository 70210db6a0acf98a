import { Button } from '@mantine/core';
import { Maximize, ScanSearch } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { useLanguage } from '@i18n/use-language.tsx';
import { isConvex, type Point, type Quad, wholeFrame } from './geometry.ts';
import { Magnifier } from './magnifier.tsx';

const CORNERS = ['topLeft', 'topRight', 'bottomRight', 'bottomLeft'] as const;
/** One press of an arrow, of the photograph's width; with Shift many. */
const STEP = 1 / 300;
const MANY = 10;
const SHOWN_PX = 1_100;

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

function Photograph({ canvas }: { canvas: HTMLCanvasElement }) {
  const shown = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const target = shown.current;
    if (target === null) return;
    const by = Math.min(1, SHOWN_PX / Math.max(canvas.width, canvas.height));
    target.width = Math.round(canvas.width * by);
    target.height = Math.round(canvas.height * by);
    target.getContext('2d')?.drawImage(canvas, 0, 0, target.width, target.height);
  }, [canvas]);
  return <canvas ref={shown} className="photo-picture" />;
}

/** The photograph with its four corners, to be dragged or moved by keys. */
export function CornerEditor({
  canvas,
  quad,
  found,
  onQuad,
}: {
  canvas: HTMLCanvasElement;
  quad: Quad;
  /** Where the sheet was found; null when it was not. */
  found: Quad | null;
  onQuad: (change: (before: Quad) => Quad) => void;
}) {
  const { t } = useLanguage();
  const paper = useRef<HTMLDivElement>(null);
  const grab = useRef<Point | null>(null);
  const [active, setActive] = useState<number | null>(null);
  const { width, height } = canvas;

  // From the corners as they are by then: a key that is held comes faster than pictures do.
  const move = (corner: number, to: (before: Point) => Point) =>
    onQuad((before) => {
      const { x, y } = to(before[corner]!);
      const within = { x: Math.min(width, Math.max(0, x)), y: Math.min(height, Math.max(0, y)) };
      return before.map((place, i) => (i === corner ? within : place)) as unknown as Quad;
    });
  const placeOf = ({ clientX, clientY }: PointerEvent): Point => {
    const box = paper.current!.getBoundingClientRect();
    return {
      x: ((clientX - box.left) / box.width) * width,
      y: ((clientY - box.top) / box.height) * height,
    };
  };
  const down = (corner: number, event: PointerEvent<HTMLButtonElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const at = placeOf(event);
    grab.current = { x: quad[corner]!.x - at.x, y: quad[corner]!.y - at.y };
    setActive(corner);
  };
  const drag = (corner: number, event: PointerEvent) => {
    const off = grab.current;
    if (off === null) return;
    const at = placeOf(event);
    move(corner, () => ({ x: at.x + off.x, y: at.y + off.y }));
  };
  const drop = () => {
    grab.current = null;
    setActive(null);
  };
  const press = (corner: number, event: KeyboardEvent) => {
    const arrow = ARROWS[event.key];
    if (arrow === undefined) return;
    event.preventDefault();
    const by = width * STEP * (event.shiftKey ? MANY : 1);
    setActive(corner);
    move(corner, ({ x, y }) => ({ x: x + arrow.x * by, y: y + arrow.y * by }));
  };

  const outline = quad.map(({ x, y }) => `${x} ${y}`).join(' L ');
  const at = active === null ? null : quad[active]!;
  return (
    <>
      <p id="photo-corner-hint">
        {t(found === null ? 'photo.corners.notFound' : 'photo.corners.found')}{' '}
        {t('photo.corners.hint')}
      </p>
      <div className="photo-table">
        <div
          ref={paper}
          className="photo-paper"
          style={{ ['--ratio' as string]: String(width / height) }}
          data-crossed={!isConvex(quad) || undefined}
        >
          <Photograph canvas={canvas} />
          <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
            <path
              className="photo-outside"
              fillRule="evenodd"
              d={`M 0 0 H ${width} V ${height} H 0 Z M ${outline} Z`}
            />
            <path className="photo-outline" d={`M ${outline} Z`} />
          </svg>
          {CORNERS.map((name, corner) => (
            <button
              key={name}
              type="button"
              className="photo-corner"
              aria-label={t(`photo.corner.${name}`)}
              aria-describedby="photo-corner-hint"
              style={{
                left: `${(quad[corner]!.x / width) * 100}%`,
                top: `${(quad[corner]!.y / height) * 100}%`,
              }}
              onPointerDown={(event) => down(corner, event)}
              onPointerMove={(event) => drag(corner, event)}
              onPointerUp={drop}
              onPointerCancel={drop}
              onKeyDown={(event) => press(corner, event)}
              onBlur={drop}
            />
          ))}
          {at === null ? null : <Magnifier canvas={canvas} at={at} />}
        </div>
      </div>
      <div className="photo-acts">
        <Button
          variant="default"
          leftSection={<Maximize size={20} aria-hidden="true" />}
          onClick={() => onQuad(() => wholeFrame(canvas))}
        >
          {t('photo.corners.whole')}
        </Button>
        {found === null ? null : (
          <Button
            variant="default"
            leftSection={<ScanSearch size={20} aria-hidden="true" />}
            onClick={() => onQuad(() => found)}
          >
            {t('photo.corners.again')}
          </Button>
        )}
      </div>
    </>
  );
}
