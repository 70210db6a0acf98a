import { listSheets, readSheet, saveSheet, submitSheet } from '@contract/judging.ts';
import { openDraft, putBlob, readDraftBlob, saveDraft, submitEntry } from '@contract/pupil.ts';
import { sha256Hex } from '@domain/story/hash.ts';
import { drawing } from './drawing.ts';
import { Refused, type Person } from './person.ts';

type KeptDraft = { author: Person; version: number; hash: string; receipt: string | null };
type KeptSheet = { judge: Person; version: number; points: string; submitted: boolean };

/** What the server said yes to, by entry and by sheet, and how often it did. */
export type Ledger = {
  readonly drafts: Map<string, KeptDraft>;
  readonly sheets: Map<string, KeptSheet>;
  acknowledged: number;
};

export function emptyLedger(): Ledger {
  return { drafts: new Map(), sheets: new Map(), acknowledged: 0 };
}

/** A cut connection is what this test is about; anything the server says no to is a failure. */
async function untilCut(steps: () => Promise<void>): Promise<void> {
  try {
    await steps();
  } catch (cause) {
    if (cause instanceof Refused || !(cause instanceof TypeError)) throw cause;
  }
}

/** Saves version after version, and submits after `versions` of them. */
export function drawAndSubmit(
  ledger: Ledger,
  author: Person,
  title: string,
  versions: number,
): Promise<void> {
  return untilCut(async () => {
    const draft = await author.ask(openDraft);
    if (draft.receipt !== null) return;
    const params = { entryId: draft.entryId };
    let version = draft.version;
    let kept = ledger.drafts.get(draft.entryId);
    for (let round = 1; round <= versions; round += 1) {
      const { process, picture } = drawing(title, version + 1);
      await author.ask(putBlob, { params: { hash: process.hash }, bytes: process.bytes });
      ledger.acknowledged += 1;
      const saved = await author.ask(saveDraft, {
        params,
        body: { baseVersion: version, processHash: process.hash },
      });
      ledger.acknowledged += 1;
      version = saved.version;
      kept = { author, version, hash: process.hash, receipt: null };
      ledger.drafts.set(draft.entryId, kept);
      if (round < versions) continue;
      await author.ask(putBlob, { params: { hash: picture.hash }, bytes: picture.bytes });
      ledger.acknowledged += 1;
      const receipt = await author.ask(submitEntry, {
        params,
        body: { pictureHash: picture.hash, processHash: process.hash },
      });
      ledger.acknowledged += 1;
      ledger.drafts.set(draft.entryId, { ...kept, receipt: receipt.number });
    }
  });
}

/** Goes through the judge's open sheets, saving each some times and handing every third in. */
export function score(ledger: Ledger, judge: Person, seed: number): Promise<void> {
  return untilCut(async () => {
    const { sheets } = await judge.ask(listSheets);
    for (const [index, { id }] of sheets.filter((s) => s.state !== 'submitted').entries()) {
      const params = { sheetId: id };
      let sheet = await judge.ask(readSheet, { params });
      for (const last of [false, false, true]) {
        const points = Object.fromEntries(
          sheet.criteria.map((c, i) => [c.id, (seed + i + sheet.version) % (c.maxPoints + 1)]),
        );
        const handIn = last && index % 3 === 0;
        const body = { version: sheet.version, points, note: '' };
        sheet = await judge.ask(handIn ? submitSheet : saveSheet, { params, body });
        ledger.acknowledged += 1;
        ledger.sheets.set(id, {
          judge,
          version: sheet.version,
          points: canonical(sheet.points),
          submitted: handIn,
        });
      }
    }
  });
}

const canonical = (points: Readonly<Record<string, number>>) =>
  JSON.stringify(Object.entries(points).sort(([a], [b]) => (a < b ? -1 : 1)));

async function lostDraft(entryId: string, kept: KeptDraft): Promise<string[]> {
  const now = await kept.author.ask(openDraft);
  const lost: string[] = [];
  if (now.entryId !== entryId) lost.push(`entry ${entryId} became ${now.entryId}`);
  if (now.version < kept.version) lost.push(`draft ${entryId}: ${now.version} < ${kept.version}`);
  if (now.version === kept.version && now.processHash !== kept.hash) {
    lost.push(`draft ${entryId} version ${kept.version} has another process`);
  }
  if (kept.receipt !== null && now.receipt?.number !== kept.receipt) {
    lost.push(`receipt ${kept.receipt} of ${entryId} is ${now.receipt?.number ?? 'gone'}`);
  }
  const bytes = await kept.author.download(readDraftBlob, {
    params: { entryId, version: String(kept.version) },
  });
  if (sha256Hex(bytes) !== kept.hash) lost.push(`draft ${entryId} reads back differently`);
  return lost;
}

async function lostSheet(sheetId: string, kept: KeptSheet): Promise<string[]> {
  const now = await kept.judge.ask(readSheet, { params: { sheetId } });
  if (now.version < kept.version) return [`sheet ${sheetId}: ${now.version} < ${kept.version}`];
  if (kept.submitted && now.state !== 'submitted') return [`sheet ${sheetId} is open again`];
  const differs = now.version === kept.version && canonical(now.points) !== kept.points;
  return differs ? [`sheet ${sheetId} version ${kept.version} has other points`] : [];
}

/** What was acknowledged and is no longer so. */
export async function lostFrom({ drafts, sheets }: Ledger): Promise<string[]> {
  const lost = await Promise.all([
    ...[...drafts].map(([id, kept]) => lostDraft(id, kept)),
    ...[...sheets].map(([id, kept]) => lostSheet(id, kept)),
  ]);
  return lost.flat();
}
