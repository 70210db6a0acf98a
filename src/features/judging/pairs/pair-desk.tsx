import { Button } from '@mantine/core';
import { ArrowLeft, ArrowRight, Check, CircleCheck } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { type PairView, readPairPage } from '@contract/pairs.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { addressOf } from '@platform/api-client.ts';
import { ErrorNote } from '@ui/error-note.tsx';
import { Loading } from '@ui/loading.tsx';
import { StoryReader } from '@ui/story-reader.tsx';
import { pairKey } from './pair-keys.ts';
import { useChoose, usePair } from './pairs-queries.ts';

type Side = 'left' | 'right';

function Story({
  pair,
  side,
  chosen,
  onChoose,
}: {
  pair: PairView;
  side: Side;
  chosen: boolean;
  onChoose: () => void;
}) {
  const { t } = useLanguage();
  const { blindCode, title, captions, altTexts } = pair[side];
  const Icon = side === 'left' ? ArrowLeft : ArrowRight;
  return (
    <article className="pair-story" data-chosen={chosen || undefined}>
      <h2>
        {title}
        <small>{t('pairs.entry', { side: t(`pairs.${side}`), code: blindCode })}</small>
      </h2>
      <StoryReader
        label={t('pairs.entry', { side: t(`pairs.${side}`), code: blindCode })}
        ground="grey"
        pages={captions.map((caption, index) => ({
          src: addressOf(readPairPage, { pairId: pair.id, side, page: String(index + 1) }),
          alt: altTexts[index] || t('pairs.picture', { page: index + 1 }),
          caption,
        }))}
      />
      <Button
        size="lg"
        variant={chosen ? 'filled' : 'default'}
        aria-pressed={chosen}
        disabled={!pair.open}
        leftSection={
          chosen ? <CircleCheck aria-hidden="true" /> : <Icon size={20} aria-hidden="true" />
        }
        onClick={onChoose}
      >
        {chosen ? t('pairs.chosen') : t(side === 'left' ? 'pairs.chooseLeft' : 'pairs.chooseRight')}
      </Button>
    </article>
  );
}

/** Two stories side by side; a side is chosen, saved, and the next pair comes. */
export function PairDesk({
  pairId,
  nextId,
  onBack,
  onNext,
}: {
  pairId: Id;
  nextId: Id | null;
  onBack: (() => void) | null;
  onNext: () => void;
}) {
  const { t } = useLanguage();
  const query = usePair(pairId, nextId);
  const choose = useChoose(pairId);
  const [picked, setPicked] = useState<Side | null>(null);
  const pair = query.data;
  const side = picked ?? pair?.chosen ?? null;

  const save = () => {
    if (side === null || choose.isPending) return;
    if (side === pair?.chosen || !pair?.open) onNext();
    else choose.mutate(side, { onSuccess: onNext });
  };
  const pick = (side: Side) => {
    if (pair?.open) setPicked(side);
  };
  const act = useRef({ save, pick });
  useEffect(() => {
    act.current = { save, pick };
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
      const said = pairKey(event.key, event.target);
      if (said === null) return;
      event.preventDefault();
      if (said === 'save') act.current.save();
      else act.current.pick(said);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  if (query.isError) {
    return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (pair === undefined) return <Loading />;
  return (
    <>
      <div className="pair-stories">
        {(['left', 'right'] as const).map((each) => (
          <Story
            key={each}
            pair={pair}
            side={each}
            chosen={side === each}
            onChoose={() => setPicked(each)}
          />
        ))}
      </div>
      {choose.isError ? <ErrorNote error={choose.error} /> : null}
      <div className="pair-deeds">
        {onBack === null ? null : (
          <Button variant="default" onClick={onBack}>
            {t('pairs.back')}
          </Button>
        )}
        <Button
          leftSection={<Check size={20} aria-hidden="true" />}
          disabled={side === null}
          loading={choose.isPending}
          onClick={save}
        >
          {t('pairs.next')}
        </Button>
      </div>
    </>
  );
}
