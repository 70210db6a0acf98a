import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { TOPICS, type Topic } from '@domain/quiz/item.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { keptPractice } from '@platform/kept-practice.ts';
import { useSession } from '@platform/queries.ts';
import { ErrorNote } from '@ui/error-note.tsx';
import { Loading } from '@ui/loading.tsx';
import { GamesFrame } from '../games-frame.tsx';
import { usePracticeBank } from '../games-queries.ts';
import { isDue, readMemory } from './memory.ts';
import { createPractice } from './practice-store.ts';
import { PracticeRound } from './practice-round.tsx';

const seed = () => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32;

/** Questions to learn with, signed in or not; what is remembered stays on the device. */
export function PracticePage() {
  const { t, locale } = useLanguage();
  const bank = usePracticeBank();
  const session = useSession();
  const kept = keptPractice(session.data?.role === 'pupil' ? 'pupil' : 'guest');
  const [topic, setTopic] = useState<Topic | null>(null);
  const [round, setRound] = useState(0);
  const [openedAt] = useState(Date.now);
  const items = bank.data?.items;
  const practice = useMemo(() => {
    if (items === undefined || round === 0) return null;
    return createPractice({
      items,
      topic,
      memory: readMemory(kept.read()),
      locale,
      random: seed,
      now: Date.now,
      onRemember: kept.write,
    });
    // A round keeps the language and topic it began with.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [items, round]);

  if (practice !== null) {
    return (
      <GamesFrame title={t('quiz.practice.title')}>
        <PracticeRound
          key={round}
          practice={practice}
          onAgain={() => setRound(round + 1)}
          onLeave={() => setRound(0)}
        />
      </GamesFrame>
    );
  }
  const memory = readMemory(kept.read());
  const facts = new Set((items ?? []).map((item) => item.facts[0]!));
  const due = [...facts].filter((fact) => isDue(memory, fact, openedAt)).length;
  return (
    <GamesFrame title={t('quiz.practice.title')} lead={t('quiz.practice.lead')}>
      {bank.isPending ? <Loading /> : null}
      {bank.isError ? <ErrorNote error={bank.error} onRetry={() => void bank.refetch()} /> : null}
      {items ? (
        <div className="practice-start">
          {due > 0 ? (
            <p className="practice-due">{t('quiz.practice.due', { count: due })}</p>
          ) : null}
          <fieldset className="practice-topics">
            <legend>{t('quiz.practice.topic')}</legend>
            {[null, ...TOPICS].map((one) => (
              <label key={one ?? 'all'}>
                <input
                  type="radio"
                  name="practice-topic"
                  checked={topic === one}
                  onChange={() => setTopic(one)}
                />
                <span>{t(one === null ? 'quiz.topic.all' : `quiz.topic.${one}`)}</span>
              </label>
            ))}
          </fieldset>
          <Button size="lg" onClick={() => setRound(1)}>
            {t('quiz.practice.begin')}
          </Button>
        </div>
      ) : null}
    </GamesFrame>
  );
}
