// The free drawing of konvajs.org for React, as it is shown there: each stroke a Line in the state.
// oxlint-disable react/refs, react/immutability -- it is measured as it is published.
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { Layer, Line, Stage } from 'react-konva';
import { offer, PAGE, place } from './frame.js';

const demo = {};

function FreeDrawing() {
  const [lines, setLines] = useState([]);
  const isDrawing = useRef(false);
  const stageRef = useRef(null);
  Object.assign(demo, { lines, setLines, stageRef });

  const handleMouseDown = (event) => {
    isDrawing.current = true;
    const position = event.target.getStage().getPointerPosition();
    setLines([...lines, { tool: 'pen', points: [position.x, position.y] }]);
  };
  const handleMouseMove = (event) => {
    if (!isDrawing.current) return;
    const point = event.target.getStage().getPointerPosition();
    const last = lines[lines.length - 1];
    last.points = last.points.concat([point.x, point.y]);
    lines.splice(lines.length - 1, 1, last);
    setLines(lines.concat());
  };
  const handleMouseUp = () => {
    isDrawing.current = false;
  };

  return (
    <Stage
      ref={stageRef}
      width={PAGE.width}
      height={PAGE.height}
      onMouseDown={handleMouseDown}
      onMousemove={handleMouseMove}
      onMouseup={handleMouseUp}
    >
      <Layer>
        {lines.map((line, i) => (
          <Line
            key={i}
            points={line.points}
            stroke="#000000"
            strokeWidth={6}
            tension={0.5}
            lineCap="round"
            lineJoin="round"
            globalCompositeOperation="source-over"
          />
        ))}
      </Layer>
    </Stage>
  );
}

createRoot(place()).render(<FreeDrawing />);

const show = (lines) => {
  flushSync(() => demo.setLines(lines));
  demo.stageRef.current.draw();
};

offer({
  load: (strokes) =>
    show(strokes.map((stroke) => ({ tool: 'pen', points: stroke.flatMap(([x, y]) => [x, y]) }))),
  undo: () => show(demo.lines.slice(0, -1)),
  save: () => demo.lines,
  open: show,
  exportPng: () => demo.stageRef.current.toBlob({ mimeType: 'image/png', pixelRatio: 1 }),
  strokes: () =>
    demo.lines.map(({ points }) =>
      points.flatMap((x, i) => (i % 2 === 0 ? [[x, points[i + 1]]] : [])),
    ),
});
