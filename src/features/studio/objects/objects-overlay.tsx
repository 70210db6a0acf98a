import { lazy, Suspense } from 'react';
import type { Editor } from '../editor-store.ts';
import type { Zoom } from '../engine/zoom.ts';
import { objectDeskOf, useDesk } from './use-object-desk.ts';

const ObjectTable = lazy(async () => ({
  default: (await import('./object-table.tsx')).ObjectTable,
}));

/** What lies over the paper while objects are set down or changed; fetched when it is first needed. */
export function ObjectsOverlay({ editor, zoom }: { editor: Editor; zoom: Zoom }) {
  const off = useDesk(objectDeskOf(editor), ({ mode }) => mode === 'off');
  if (off) return null;
  return (
    <Suspense fallback={null}>
      <ObjectTable editor={editor} zoom={zoom} />
    </Suspense>
  );
}
