import type { EraseChange, Mark, StrokeChange } from '@domain/story/event.ts';
import type { Sample, SessionMaker, ToolSession, ToolSettings } from '../tools/tool.ts';

/** How often a stroke under way is kept in the journal, ms. */
const KEEP_EVERY_MS = 500;

export interface Pen {
  begin(sample: Sample, erasing: boolean): void;
  add(sample: Sample): void;
  finish(): void;
  /** The stroke never was. */
  discard(): void;
  down(): boolean;
}

/**
 * The pen, whoever moves it: runs the session of the tool in hand, paints it once per frame, and
 * hands over what it came to.
 */
export function createPen({
  settings,
  paint,
  clear,
  draw,
  keep,
  dropKept,
  onDown,
}: {
  /** Tool and settings at the moment the pen goes down. */
  settings: (erasing: boolean) => { begin: SessionMaker; settings: ToolSettings };
  paint: (mark: Mark) => void;
  clear: () => void;
  draw: (change: StrokeChange | EraseChange) => void;
  keep: (change: StrokeChange | EraseChange) => void;
  dropKept: () => void;
  onDown: (down: boolean) => void;
}): Pen {
  let session: ToolSession | null = null;
  let tool: { begin: SessionMaker; settings: ToolSettings } | null = null;
  let frame = 0;
  let keptAtMs = 0;
  let keptAny = false;

  const paintSoon = () => {
    if (frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      if (session) paint(session.live());
    });
  };

  const stop = () => {
    cancelAnimationFrame(frame);
    frame = 0;
    session = null;
  };

  const deliver = () => {
    const change = session?.finish() ?? null;
    stop();
    // Committed ink appears in the same frame in which the live ink goes.
    if (change) draw(change);
    clear();
  };

  return {
    begin(sample, erasing) {
      if (session) deliver();
      tool = settings(erasing);
      session = tool.begin(tool.settings, sample);
      keptAtMs = sample.atMs;
      keptAny = false;
      onDown(true);
      paintSoon();
    },
    add(sample) {
      if (session === null || tool === null) return;
      if (!session.add(sample)) {
        // As long as a stroke may be: it goes on as the next one.
        deliver();
        session = tool.begin(tool.settings, sample);
      }
      if (sample.atMs - keptAtMs >= KEEP_EVERY_MS) {
        keptAtMs = sample.atMs;
        keptAny = true;
        const soFar = session.finish();
        if (soFar) keep(soFar);
      }
      paintSoon();
    },
    finish() {
      if (session === null) return;
      deliver();
      onDown(false);
    },
    discard() {
      if (session === null) return;
      stop();
      clear();
      if (keptAny) dropKept();
      onDown(false);
    },
    down: () => session !== null,
  };
}
