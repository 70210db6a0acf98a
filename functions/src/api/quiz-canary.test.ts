import { expect, it } from 'vitest';
import { AttemptView } from '@contract/quiz.ts';
import { DEFAULT_SETTINGS } from '@domain/contest/settings.ts';
import { Role } from '@domain/people/actor.ts';
import { Item, type ItemBody, LEVELS, TOPICS } from '@domain/quiz/item.ts';
import { solutionOf } from '@domain/quiz/question.ts';
import { DEFAULT_QUIZ } from '@domain/quiz/round.ts';
import { NOON_MS, PEOPLE, startApi } from '@tests/fixtures/api.ts';
import { CONTRACT } from '@tests/fixtures/contract.ts';
import { DATABASES } from '@tests/fixtures/databases.ts';
import { questionBank } from '@tests/fixtures/question-bank.ts';

const CANARY = 'chimhoangyen';
const NUMBERS = ['76543.25', '13.753127', '109.461713'];
const both = (vi: string) => ({ vi, en: vi });
const parts = ['mdk', 'ztr', 'qpw'].map((id) => ({ id, text: both(`thẻ ${id}`) }));

/** Keys that are nowhere but in the item: whoever sees one has seen an answer. */
const BODIES: readonly ItemBody[] = [
  { kind: 'cloze', sentence: both('Một ___ nhỏ'), answers: [`${CANARY}-word`] },
  {
    kind: 'estimate',
    unit: 'km',
    min: 0,
    max: 100_000,
    step: 1,
    key: 76543.25,
    within: 1,
    beyond: 2,
  },
  { kind: 'pin', place: { lat: 13.753127, lon: 109.461713 } },
  { kind: 'single', options: parts, key: 'ztr' },
  {
    kind: 'verdict',
    claim: both('Một điều'),
    key: 'not-enough',
    evidence: parts,
    evidenceKey: 'qpw',
  },
  { kind: 'order', cards: parts, direction: 'old-to-new' },
];

const planted: readonly Item[] = TOPICS.flatMap((topic, t) =>
  LEVELS.flatMap((level) =>
    [0, 1, 2].map((n) =>
      Item.parse({
        id: `${CANARY}-${topic}-${level}-${n}`,
        version: 1,
        pool: 'contest',
        topic,
        level,
        facts: [`${'ABCDEFGH'[t]}${level * 10 + n}`],
        stem: both('Câu hỏi'),
        body: BODIES[(t * 9 + level * 3 + n) % BODIES.length],
        explanation: both(`${CANARY} giải thích`),
        source: { title: `${CANARY} nguồn`, ref: 'tr. 1', url: 'https://example.org/nguon' },
        status: 'V',
        asOf: '2026-01-01',
        validFrom: null,
        validTo: null,
        review: { state: 'draft', reviewer: null, reviewedAt: null },
      }),
    ),
  ),
);

const PARAMS: Readonly<Record<string, string>> = {
  locale: 'vi',
  page: '1',
  version: '1',
  classId: PEOPLE.class,
  pupilId: PEOPLE.pupil,
  accountId: PEOPLE.judge,
};

it('nothing that decides an answer is in any answer of the server before it is judged', async () => {
  const opened = await DATABASES[0]!.open();
  const api = await startApi(opened, {
    deps: { bank: [...questionBank.filter(({ pool }) => pool === 'practice'), ...planted] },
  });
  const quiz = {
    ...DEFAULT_QUIZ,
    mode: 'on',
    opensAt: NOON_MS - 1,
    closesAt: NOON_MS + 3_600_000,
  };
  await opened.db
    .updateTable('edition')
    .set({ settings: JSON.stringify({ ...DEFAULT_SETTINGS, quiz }) })
    .execute();
  const pupil = await api.cookieOf('pupil');
  const seen: string[] = [];

  const post = async (path: string, json: unknown) => {
    const response = await api.send('POST', path, { cookie: pupil, json });
    const text = await response.text();
    seen.push(text);
    return AttemptView.parse(JSON.parse(text));
  };
  let view = await post('/api/quiz/attempt', { locale: 'vi' });
  while (view.question !== null) {
    for (const role of Role.options) {
      const cookie = await api.cookieOf(role);
      for (const route of CONTRACT.filter(({ method }) => method === 'get')) {
        // Every route at the first question; the quiz's own at each.
        if (view.seq > 0 && !route.path.startsWith('/api/quiz')) continue;
        const path = route.path.replaceAll(
          /:(\w+)/g,
          (_, name: string) => PARAMS[name] ?? 'x'.repeat(22),
        );
        const response = await api.send('GET', path, { cookie });
        seen.push(await response.text(), JSON.stringify([...response.headers]));
      }
    }
    const { item_ids: ids } = await opened.db
      .selectFrom('quiz_paper')
      .select('item_ids')
      .executeTakeFirstOrThrow();
    const item = planted.find(({ id }) => id === (JSON.parse(ids) as string[])[view.seq])!;
    view = await post(`/api/quiz/attempt/${view.attemptId}/answers`, {
      seq: view.seq,
      answer: solutionOf(item),
      locale: 'vi',
    });
  }
  const all = [...seen, ...api.logged].join('\n');
  for (const secret of [CANARY, ...NUMBERS]) expect(all.includes(secret), secret).toBe(false);
  expect(seen.length).toBeGreaterThan(100);

  // The same search finds them once they may be seen: it is not blind.
  api.time.now = quiz.closesAt;
  const review = await api.send('GET', '/api/quiz/review/vi', { cookie: pupil });
  expect(await review.text()).toContain(CANARY);
});
