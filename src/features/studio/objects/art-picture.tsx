import type { VectorArt } from '@domain/story/art/vector-art.ts';

/** A drawing of the pack on a page of HTML. Its name stands beside it. */
export function ArtPicture({ art }: { art: VectorArt }) {
  return (
    <svg viewBox={`0 0 ${art.width} ${art.height}`} aria-hidden="true">
      {art.shapes.map((shape, i) => (
        <path
          // Shapes have no names, and never change their order.
          // oxlint-disable-next-line react/no-array-index-key
          key={i}
          d={shape.d}
          fill={shape.fill ?? 'none'}
          stroke={shape.stroke ?? 'none'}
          strokeWidth={shape.strokeWidth}
          strokeLinecap={shape.cap}
          strokeLinejoin={shape.join}
          opacity={shape.opacity}
        />
      ))}
    </svg>
  );
}
