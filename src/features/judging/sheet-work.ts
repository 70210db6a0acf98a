import * as z from 'zod/mini';
import { createStore } from 'zustand/vanilla';
import type { SheetView } from '@contract/judging.ts';
import { ChildComment, NO_COMMENT } from '@domain/judging/child-comment.ts';
import { SheetFlag } from '@domain/judging/sheet-flag.ts';
import { Points } from '@domain/judging/sheet.ts';
import type { EpochMs, Id } from '@domain/kernel/ids.ts';
import { Refusal } from '@domain/kernel/refusal.ts';
import { ConnectionLost } from '@platform/api-client.ts';
import type { KeptWork } from '@platform/kept-work.ts';
import { pointsOf, stepPoints } from './points-entry.ts';

/** A judge who pauses this long has finished a thought. */
const PAUSE_MS = 800;
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 30_000;

export type Content = {
  readonly points: Points;
  readonly note: string;
  readonly comment: ChildComment;
  readonly flag: SheetFlag | null;
};
export type SheetBody = Content & { readonly version: number };

export type SaveState =
  /** Everything on the screen is with the server; `at` is null while nothing was written here. */
  | { readonly kind: 'saved'; readonly at: EpochMs | null }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'submitting' }
  /** Kept on this machine; tried again by itself. */
  | { readonly kind: 'offline' }
  /** Another window wrote something else meanwhile. */
  | { readonly kind: 'conflict'; readonly theirs: SheetView }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'submitted' };

export type SheetWork = {
  readonly sheet: SheetView;
  /** What stands in each criterion's field, also while it is no valid number of points. */
  readonly texts: Readonly<Record<Id, string>>;
  readonly note: string;
  readonly comment: ChildComment;
  readonly flag: SheetFlag | null;
  readonly save: SaveState;
};

export type SheetPorts = {
  readonly save: (body: SheetBody) => Promise<SheetView>;
  readonly submit: (body: SheetBody) => Promise<SheetView>;
  readonly read: () => Promise<SheetView>;
  readonly kept: KeptWork;
  readonly now: () => EpochMs;
  /** Runs later; the answer calls it off. */
  readonly after: (ms: number, run: () => void) => () => void;
};

const Kept = z.object({
  version: z.int(),
  points: Points,
  note: z.string(),
  comment: z._default(ChildComment, NO_COMMENT),
  flag: z._default(z.nullable(SheetFlag), null),
});

/** What would be sent now: points of fields that hold no valid number are left out. */
export function contentOf({ sheet, texts, note, comment, flag }: SheetWork): Content {
  return { points: pointsOf(sheet.criteria, texts), note, comment, flag };
}

function sameContent(a: Content, b: Content): boolean {
  const ids = new Set([...Object.keys(a.points), ...Object.keys(b.points)]);
  const composed = (words: string) => words.normalize('NFC').trim();
  const rest = ({ note, comment, flag }: Content) =>
    JSON.stringify([
      composed(note),
      composed(comment.words),
      comment.phrases,
      flag && [composed(flag.note), flag.reasons],
    ]);
  return rest(a) === rest(b) && [...ids].every((id) => a.points[id] === b.points[id]);
}

function movedOn(error: unknown): boolean {
  return (
    error instanceof Refusal &&
    (error.code === 'judging.sheet-conflict' || error.code === 'judging.sheet-submitted')
  );
}

function textsOf(points: Points): Record<Id, string> {
  return Object.fromEntries(Object.entries(points).map(([id, given]) => [id, String(given)]));
}

function atRest(sheet: SheetView): SheetWork {
  const save: SaveState =
    sheet.state === 'submitted' ? { kind: 'submitted' } : { kind: 'saved', at: null };
  const { note, comment } = sheet;
  return { sheet, texts: textsOf(sheet.points), note, comment, flag: flagOf(sheet), save };
}

/** The flag as the judge wrote it. */
function flagOf({ flag }: SheetView): SheetFlag | null {
  return flag && { reasons: flag.reasons, note: flag.note };
}

/**
 * A sheet being filled in. Edits are kept on the device at once, sent after a pause one request at
 * a time, and called saved only when the server has answered. A lost connection is tried again
 * until it answers; a lost answer is recognised by reading the sheet back, so that a judge is not
 * told of a conflict with their own words.
 */
export function openSheetWork(sheet: SheetView, ports: SheetPorts) {
  const store = createStore<SheetWork>(() => atRest(sheet));
  let version = sheet.version;
  let changed = false;
  let busy = false;
  let here = false;
  let submitting = false;
  let retryMs = FIRST_RETRY_MS;
  let callOff = () => {};

  const setSave = (save: SaveState) => store.setState({ save });
  const content = () => contentOf(store.getState());
  const schedule = (ms: number) => {
    callOff();
    if (here) callOff = ports.after(ms, () => void send());
  };

  function adopt(answer: SheetView) {
    version = answer.version;
    changed = false;
    submitting = false;
    ports.kept.forget();
    store.setState(atRest(answer), true);
  }

  function acknowledge(answer: SheetView) {
    retryMs = FIRST_RETRY_MS;
    if (answer.state === 'submitted') return adopt(answer);
    version = answer.version;
    store.setState({ sheet: answer });
    if (changed || submitting) {
      ports.kept.write({ version, ...content() });
      setSave({ kind: 'unsaved' });
      schedule(submitting ? 0 : PAUSE_MS);
    } else {
      ports.kept.forget();
      setSave({ kind: 'saved', at: ports.now() });
    }
  }

  function notAcknowledged(error: unknown) {
    changed = true;
    // The judge hands in again when the line is back; if it had arrived, the next save finds out.
    submitting = false;
    if (!(error instanceof ConnectionLost)) return setSave({ kind: 'failed', error });
    setSave({ kind: 'offline' });
    schedule(retryMs);
    retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
  }

  async function compare(sent: Content) {
    const theirs = await ports.read();
    if (theirs.state === 'submitted') return adopt(theirs);
    if (sameContent({ ...theirs, flag: flagOf(theirs) }, sent)) return acknowledge(theirs);
    submitting = false;
    changed = true;
    setSave({ kind: 'conflict', theirs });
  }

  async function exchange(body: SheetBody) {
    acknowledge(await (submitting ? ports.submit(body) : ports.save(body)));
  }

  async function send() {
    callOff();
    if (busy) return;
    busy = true;
    changed = false;
    setSave({ kind: submitting ? 'submitting' : 'saving' });
    const body = { version, ...content() };
    await exchange(body)
      .catch((error: unknown) => (movedOn(error) ? compare(body) : Promise.reject(error)))
      .catch(notAcknowledged)
      .finally(() => {
        busy = false;
      });
  }

  function edit(change: Partial<Pick<SheetWork, 'texts' | 'note' | 'comment' | 'flag'>>) {
    const { save } = store.getState();
    if (save.kind === 'submitted' || save.kind === 'conflict' || submitting) return;
    store.setState(change);
    changed = true;
    ports.kept.write({ version, ...content() });
    if (busy || save.kind === 'offline') return;
    setSave({ kind: 'unsaved' });
    schedule(PAUSE_MS);
  }

  function setText(criterionId: Id, text: string) {
    edit({ texts: { ...store.getState().texts, [criterionId]: text } });
  }

  function takeUpKept() {
    const kept = Kept.safeParse(ports.kept.read());
    if (!kept.success) return;
    if (sheet.state === 'submitted' || sameContent(kept.data, { ...sheet, flag: flagOf(sheet) }))
      return ports.kept.forget();
    changed = true;
    const { points, note, comment, flag } = kept.data;
    store.setState({ texts: textsOf(points), note, comment, flag });
    const moved = kept.data.version !== sheet.version;
    setSave(moved ? { kind: 'conflict', theirs: sheet } : { kind: 'unsaved' });
  }
  takeUpKept();

  /** Sends what would be sent later: the connection is back, or the judge moves on. */
  function sendNow() {
    const { kind } = store.getState().save;
    if (changed && kind !== 'conflict' && kind !== 'submitted') void send();
  }

  return {
    store,
    setText,
    step(criterionId: Id, delta: number, maxPoints: number) {
      setText(criterionId, stepPoints(store.getState().texts[criterionId] ?? '', delta, maxPoints));
    },
    setNote: (note: string) => edit({ note }),
    setComment: (comment: ChildComment) => edit({ comment }),
    setFlag: (flag: SheetFlag | null) => edit({ flag }),
    /** The sheet is another's now: nothing of it is sent or kept any more. */
    abandon() {
      changed = false;
      here = false;
      callOff();
      ports.kept.forget();
    },
    /** Hands the sheet in; a save under way is waited for. The caller made sure it is full. */
    submit() {
      submitting = true;
      if (!busy) void send();
    },
    sendNow,
    /** The page is open: what an earlier visit could not send goes out. */
    enter() {
      here = true;
      sendNow();
    },
    /** The page is left: what is unsent goes out once more and stays kept if that fails. */
    leave() {
      sendNow();
      here = false;
      callOff();
    },
    takeTheirs() {
      const { save } = store.getState();
      if (save.kind === 'conflict') adopt(save.theirs);
    },
    keepMine() {
      const { save } = store.getState();
      if (save.kind !== 'conflict') return;
      version = save.theirs.version;
      void send();
    },
  };
}

export type OpenSheet = ReturnType<typeof openSheetWork>;
