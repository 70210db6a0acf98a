import { steady, type Steadied } from './steady.ts';
import type { ToolId } from './tool-ids.ts';
import type { Sample, SessionMaker, ToolSession, ToolSettings } from './session.ts';
import type { ToolBench, ToolInHand } from './tool.ts';

/** How often a stroke under way is kept in the journal, ms. */
const KEEP_EVERY_MS = 500;

/**
 * A tool that draws from pen down to pen up: runs its session, shows it once per frame, and hands
 * over the step it came to.
 */
export function sessionTool(begin: SessionMaker): (bench: ToolBench, id: ToolId) => ToolInHand {
  return ({ editor, desk, view, keep, dropKept, onDown }, id) => {
    let session: ToolSession | null = null;
    let settings: ToolSettings | null = null;
    let steadied: Steadied | null = null;
    let regular = false;
    let frame = 0;
    let keptAtMs = 0;
    let keptAny = false;

    const paintSoon = () => {
      if (frame !== 0) return;
      frame = requestAnimationFrame(() => {
        frame = 0;
        if (session) view.paintLive(session.live());
      });
    };

    const stop = () => {
      cancelAnimationFrame(frame);
      frame = 0;
      session = null;
    };

    const deliver = () => {
      const step = session?.finish() ?? null;
      stop();
      // Committed ink appears in the same frame in which the live ink goes.
      if (step && editor.put(step) && settings && 'colour' in step) desk.used(settings.colour);
      view.clearLive();
    };

    const add = (sample: Sample) => {
      if (session === null || settings === null) return;
      if (!session.add(sample, regular)) {
        // As long as a stroke may be: it goes on as the next one.
        deliver();
        session = begin(settings, sample);
      }
      if (sample.atMs - keptAtMs >= KEEP_EVERY_MS) {
        keptAtMs = sample.atMs;
        const soFar = session.finish();
        if (soFar && (soFar.kind === 'stroke' || soFar.kind === 'erase')) {
          keptAny = true;
          keep(soFar);
        }
      }
      paintSoon();
    };

    const up = () => {
      if (session === null) return;
      const hand = steadied?.last();
      if (hand) add(hand);
      deliver();
      onDown(false);
    };

    return {
      down(sample, touch) {
        if (session) deliver();
        settings = desk.settingsFor(id);
        session = begin(settings, sample);
        const { steady: step } = desk.store.getState();
        steadied = step === 0 || touch.byKeys ? null : steady(sample, step);
        regular = touch.regular;
        keptAtMs = sample.atMs;
        keptAny = false;
        onDown(true);
        paintSoon();
      },
      move(sample, touch) {
        regular = touch.regular;
        add(steadied?.follow(sample) ?? sample);
      },
      up,
      cancel() {
        if (session === null) return;
        stop();
        view.clearLive();
        if (keptAny) dropKept();
        onDown(false);
      },
      isDown: () => session !== null,
      putAway: up,
    };
  };
}
