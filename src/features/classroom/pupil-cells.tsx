import { Button } from '@mantine/core';
import { CircleCheck, CircleDashed, CircleX, FilePen, Lock, TriangleAlert } from 'lucide-react';
import { printEntry } from '@contract/book.ts';
import type { PupilRow } from '@contract/classroom.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { addressOf } from '@platform/api-client.ts';
import { useHost } from '@platform/queries.ts';
import { ErrorNote } from '@ui/error-note.tsx';
import { FileLink } from '@ui/file-link.tsx';
import { useUnlockCard } from './class-queries.ts';
import { WordsButton } from './words-dialog.tsx';
import { slipState } from './consent-state.ts';

const WORK_ICON = { none: CircleDashed, draft: FilePen, submitted: CircleCheck } as const;

export function WorkCell({ pupil }: { pupil: PupilRow }) {
  const { t } = useLanguage();
  const published = useHost().data?.edition?.phase === 'published';
  const Icon = WORK_ICON[pupil.work];
  return (
    <span className="cell">
      <span className={`cell-state cell-${pupil.work}`}>
        <Icon size={18} aria-hidden="true" />
        {t(`classroom.work.${pupil.work}`)}
        {pupil.receipt ? <span className="cell-quiet">{pupil.receipt.number}</span> : null}
      </span>
      {pupil.title ? <span className="cell-title">{pupil.title}</span> : null}
      {pupil.work === 'submitted' && pupil.entryId !== null ? (
        <FileLink
          href={addressOf(printEntry, { entryId: pupil.entryId })}
          fileName={`${pupil.receipt?.number ?? pupil.cardNumber}-A3.pdf`}
          label={t('classroom.work.printFor', { name: pupil.fullName })}
        >
          {t('classroom.work.print')}
        </FileLink>
      ) : null}
      {published && pupil.work === 'submitted' && pupil.entryId !== null ? (
        <WordsButton entryId={pupil.entryId} name={pupil.fullName} />
      ) : null}
    </span>
  );
}

const SLIP_ICON = {
  none: CircleDashed,
  partial: TriangleAlert,
  refused: CircleX,
  complete: CircleCheck,
} as const;

export function ConsentCell({ pupil }: { pupil: PupilRow }) {
  const { t } = useLanguage();
  const state = slipState(pupil);
  const Icon = SLIP_ICON[state];
  return (
    <span className="cell">
      <span className={`cell-state cell-slip-${state}`}>
        <Icon size={18} aria-hidden="true" />
        {t(`classroom.consent.${state}`)}
      </span>
      <span className="cell-quiet">
        {t(pupil.galleryAllowed ? 'classroom.consent.gallery' : 'classroom.consent.noGallery')}
      </span>
    </span>
  );
}

export function CardCell({ classId, pupil }: { classId: string; pupil: PupilRow }) {
  const { t, f } = useLanguage();
  const unlock = useUnlockCard(classId);
  return (
    <span className="cell">
      <span className="cell-number">
        {t('classroom.card.number', { number: pupil.cardNumber })}
      </span>
      {pupil.cardLockedUntil === null ? null : (
        <>
          <span className="cell-state cell-locked">
            <Lock size={18} aria-hidden="true" />
            {t('classroom.card.locked', { time: f.time(pupil.cardLockedUntil) })}
          </span>
          <Button
            variant="default"
            loading={unlock.isPending}
            aria-label={t('classroom.card.unlockFor', { name: pupil.fullName })}
            onClick={() => unlock.mutate(pupil.id)}
          >
            {t('classroom.card.unlock')}
          </Button>
        </>
      )}
      {unlock.isError ? <ErrorNote error={unlock.error} /> : null}
    </span>
  );
}
