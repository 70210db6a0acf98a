import { PAGE_HEIGHT_PX, PAGE_WIDTH_PX } from '@domain/story/limits.ts';
import type { ToolDesk } from './tools/tool-desk.ts';
import { useDeskState } from './tools/use-tool-desk.ts';

const LEAST_RADIUS_PX = 34;

/** Rings around the gaps through which poured colour ran out. */
export function LeakMarks({ desk }: { desk: ToolDesk }) {
  const leaks = useDeskState(desk, (state) => state.leaks);
  if (leaks.length === 0) return null;
  return (
    <svg
      className="studio-leaks"
      viewBox={`0 0 ${PAGE_WIDTH_PX} ${PAGE_HEIGHT_PX}`}
      aria-hidden="true"
    >
      {leaks.map(({ x, y, radius }) => (
        <g key={`${x} ${y}`}>
          <circle className="rim" cx={x} cy={y} r={Math.max(LEAST_RADIUS_PX, radius + 20)} />
          <circle cx={x} cy={y} r={Math.max(LEAST_RADIUS_PX, radius + 20)} />
        </g>
      ))}
    </svg>
  );
}
