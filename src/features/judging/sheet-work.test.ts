import { describe, expect, it } from 'vitest';
import type { SheetView } from '@contract/judging.ts';
import { NO_COMMENT } from '@domain/judging/child-comment.ts';
import { refuse } from '@domain/kernel/refusal.ts';
import { ConnectionLost } from '@platform/api-client.ts';
import { openSheetWork, type SheetBody } from './sheet-work.ts';

const CONTENT = 'content00000000000000A';
const ART = 'art00000000000000000AA';

const DRAWN = { work: 'drawing' as const, levels: [] };

const BLANK: SheetView = {
  id: 'sheet0000000000000000A',
  blindCode: 'K7TM',
  title: 'Đảo xa',
  captions: ['Biển lặng'],
  altTexts: [''],
  criteria: [
    { id: CONTENT, name: 'Nội dung', description: '', maxPoints: 30, ...DRAWN },
    { id: ART, name: 'Mĩ thuật', description: '', maxPoints: 15, ...DRAWN },
  ],
  points: {},
  note: '',
  comment: NO_COMMENT,
  flag: null,
  version: 0,
  state: 'assigned',
  submittedAt: null,
};

const UNSAID = { note: '', comment: NO_COMMENT, flag: null };

type Step = (body: SheetBody, server: { sheet: SheetView }) => SheetView;

/** A server that keeps one sheet as the real one does; scripted steps come before its own ways. */
function desk(first: SheetView = BLANK, kept: unknown = null) {
  const server = { sheet: first };
  const script: Step[] = [];
  const sent: { how: 'save' | 'submit'; body: SheetBody }[] = [];
  const device = { kept };
  let timers: { ms: number; run: () => void }[] = [];

  const store = (body: SheetBody, state: SheetView['state']): SheetView => {
    if (server.sheet.state === 'submitted') throw refuse('judging.sheet-submitted');
    if (body.version !== server.sheet.version) throw refuse('judging.sheet-conflict');
    const { version, flag, ...content } = body;
    const raised = flag && { ...flag, resolved: false };
    server.sheet = { ...server.sheet, ...content, flag: raised, state, version: version + 1 };
    return server.sheet;
  };
  const answer = async (how: 'save' | 'submit', body: SheetBody) => {
    sent.push({ how, body });
    const step = script.shift();
    return step ? step(body, server) : store(body, how === 'save' ? 'started' : 'submitted');
  };
  const work = openSheetWork(first, {
    save: (body) => answer('save', body),
    submit: (body) => answer('submit', body),
    read: async () => server.sheet,
    kept: {
      read: () => device.kept,
      write: (value) => {
        device.kept = value;
      },
      forget: () => {
        device.kept = null;
      },
    },
    now: () => 1_000,
    after: (ms, run) => {
      const timer = { ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
  });
  work.enter();
  const settle = () => new Promise((done) => setTimeout(done));
  return {
    ...work,
    server,
    script,
    sent,
    device,
    saveState: () => work.store.getState().save,
    texts: () => work.store.getState().texts,
    waits: () => timers.map((timer) => timer.ms),
    settle,
    async runTimer() {
      const [timer, ...rest] = timers;
      timers = rest;
      timer?.run();
      await settle();
    },
  };
}

const lose: Step = () => {
  throw new ConnectionLost('cut');
};

describe('a sheet being filled in', () => {
  it('sends after a pause, once for several edits, and says saved only then', async () => {
    const d = desk();
    d.setText(CONTENT, '2');
    d.setText(CONTENT, '25');
    expect(d.saveState()).toEqual({ kind: 'unsaved' });
    expect(d.waits()).toHaveLength(1);
    await d.runTimer();
    expect(d.sent.map(({ body }) => body)).toEqual([
      { version: 0, points: { [CONTENT]: 25 }, ...UNSAID },
    ]);
    expect(d.saveState()).toEqual({ kind: 'saved', at: 1_000 });
    expect(d.device.kept).toBeNull();
  });

  it('leaves out points above the criterion', async () => {
    const d = desk();
    d.setText(CONTENT, '31');
    d.setText(ART, '15');
    await d.runTimer();
    expect(d.server.sheet.points).toEqual({ [ART]: 15 });
    expect(d.texts()[CONTENT]).toBe('31');
  });

  it('sends what was typed while a save was under way with the next version', async () => {
    const d = desk();
    d.setText(CONTENT, '25');
    const first = d.runTimer();
    d.setText(ART, '9');
    await first;
    expect(d.saveState()).toEqual({ kind: 'unsaved' });
    await d.runTimer();
    expect(d.sent.at(-1)?.body).toEqual({
      version: 1,
      points: { [CONTENT]: 25, [ART]: 9 },
      ...UNSAID,
    });
    expect(d.saveState().kind).toBe('saved');
  });

  it('keeps points on the device while the connection is lost and tries again, ever more rarely', async () => {
    const d = desk();
    d.script.push(lose, lose);
    d.setText(CONTENT, '25');
    await d.runTimer();
    expect(d.saveState()).toEqual({ kind: 'offline' });
    expect(d.device.kept).toEqual({ version: 0, points: { [CONTENT]: 25 }, ...UNSAID });
    const [firstWait] = d.waits();
    await d.runTimer();
    expect(d.waits()[0]).toBeGreaterThan(firstWait ?? 0);
    await d.runTimer();
    expect(d.saveState()).toEqual({ kind: 'saved', at: 1_000 });
    expect(d.server.sheet.points).toEqual({ [CONTENT]: 25 });
  });

  it('takes up points that an earlier visit could not send', async () => {
    const d = desk(BLANK, { version: 0, points: { [ART]: 12 }, note: 'nét đẹp' });
    expect(d.texts()[ART]).toBe('12');
    await d.settle();
    expect(d.server.sheet).toMatchObject({ points: { [ART]: 12 }, note: 'nét đẹp' });
  });

  it('brings words for the child and a flag through an outage', async () => {
    const d = desk();
    d.script.push(lose);
    const comment = { phrases: ['strong-idea' as const], words: 'Cô thích chiếc thuyền. ' };
    const flag = { reasons: ['wrong-map' as const], note: '' };
    d.setComment(comment);
    d.setFlag(flag);
    await d.runTimer();
    expect(d.device.kept).toMatchObject({ comment, flag });
    await d.runTimer();
    expect(d.server.sheet).toMatchObject({ comment, flag: { ...flag, resolved: false } });
    // The server composes and trims: the judge is told of no conflict with their own words.
    const later = desk(
      { ...d.server.sheet, comment: { ...comment, words: comment.words.trim() } },
      {
        version: 0,
        points: {},
        note: '',
        comment,
        flag,
      },
    );
    expect(later.saveState().kind).toBe('saved');
  });

  it('sends and keeps nothing more of a sheet that was given up', async () => {
    const d = desk();
    d.setText(CONTENT, '25');
    d.abandon();
    await d.runTimer();
    expect(d.sent).toEqual([]);
    expect(d.device.kept).toBeNull();
  });

  it('does not call a lost answer a conflict', async () => {
    const d = desk();
    d.script.push((body, server) => {
      const { flag: _flag, ...content } = body;
      server.sheet = { ...server.sheet, ...content, version: 1, state: 'started' };
      throw new ConnectionLost('cut');
    });
    d.setText(CONTENT, '25');
    await d.runTimer();
    await d.runTimer();
    expect(d.saveState()).toEqual({ kind: 'saved', at: 1_000 });
    d.setText(CONTENT, '26');
    await d.runTimer();
    expect(d.server.sheet.points).toEqual({ [CONTENT]: 26 });
  });
});

describe('another window', () => {
  const elsewhere = { ...BLANK, points: { [CONTENT]: 3 }, version: 4, state: 'started' as const };

  it('stops saving and lets the judge take the newer sheet', async () => {
    const d = desk();
    d.server.sheet = elsewhere;
    d.setText(CONTENT, '25');
    await d.runTimer();
    expect(d.saveState()).toEqual({ kind: 'conflict', theirs: elsewhere });
    expect(d.waits()).toEqual([]);
    d.takeTheirs();
    expect(d.texts()).toEqual({ [CONTENT]: '3' });
    expect(d.device.kept).toBeNull();
  });

  it('lets the judge keep what is on the screen', async () => {
    const d = desk();
    d.server.sheet = elsewhere;
    d.setText(CONTENT, '25');
    await d.runTimer();
    d.keepMine();
    await d.settle();
    expect(d.server.sheet).toMatchObject({ points: { [CONTENT]: 25 }, version: 5 });
  });

  it('asks also when kept points meet a sheet that went on elsewhere', () => {
    const d = desk(elsewhere, { version: 0, points: { [CONTENT]: 25 }, note: '' });
    expect(d.saveState().kind).toBe('conflict');
    expect(d.sent).toEqual([]);
  });

  it('shows a sheet that was handed in there as handed in', async () => {
    const d = desk();
    d.server.sheet = { ...elsewhere, state: 'submitted' };
    d.setText(CONTENT, '25');
    await d.runTimer();
    expect(d.saveState()).toEqual({ kind: 'submitted' });
    expect(d.texts()).toEqual({ [CONTENT]: '3' });
  });
});

describe('handing in', () => {
  it('waits for a save under way, then hands in the newest points', async () => {
    const d = desk();
    d.setText(CONTENT, '25');
    const saving = d.runTimer();
    d.setText(ART, '9');
    d.submit();
    await saving;
    await d.runTimer();
    expect(d.sent.map(({ how }) => how)).toEqual(['save', 'submit']);
    expect(d.server.sheet).toMatchObject({
      state: 'submitted',
      points: { [CONTENT]: 25, [ART]: 9 },
    });
    expect(d.saveState()).toEqual({ kind: 'submitted' });
  });

  it('leaves a sheet open when the connection is lost, and can be asked again', async () => {
    const d = desk();
    d.script.push(lose);
    d.setText(CONTENT, '25');
    d.submit();
    await d.settle();
    expect(d.saveState()).toEqual({ kind: 'offline' });
    d.submit();
    await d.settle();
    expect(d.saveState()).toEqual({ kind: 'submitted' });
  });

  it('takes no edit afterwards', async () => {
    const d = desk();
    d.setText(CONTENT, '25');
    d.submit();
    await d.settle();
    d.setText(CONTENT, '30');
    expect(d.texts()).toEqual({ [CONTENT]: '25' });
  });

  it('stops with the reason when judging has closed, keeping the points here', async () => {
    const d = desk();
    d.script.push(() => {
      throw refuse('judging.closed');
    });
    d.setText(CONTENT, '25');
    await d.runTimer();
    expect(d.saveState()).toMatchObject({ kind: 'failed', error: { code: 'judging.closed' } });
    expect(d.device.kept).not.toBeNull();
  });
});
