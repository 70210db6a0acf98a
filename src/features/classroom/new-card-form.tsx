import { Button } from '@mantine/core';
import { CircleCheck, Printer } from 'lucide-react';
import type { PupilRow } from '@contract/classroom.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { ButtonLink } from '@ui/button-link.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { useReplaceCard } from './class-queries.ts';

type Props = { classId: string; pupil: PupilRow };

export function NewCardForm({
  classId,
  pupil,
  onBack,
  onGiven,
}: Props & { onBack: () => void; onGiven: () => void }) {
  const { t } = useLanguage();
  const replace = useReplaceCard(classId, pupil.id);
  return (
    <div className="classroom-form">
      <p>{t('classroom.newCard.text', { name: pupil.fullName })}</p>
      {replace.isError ? <ErrorNote error={replace.error} /> : null}
      <div className="dialog-actions">
        <Button variant="default" onClick={onBack}>
          {t('classroom.newCard.keep')}
        </Button>
        <Button
          loading={replace.isPending}
          onClick={() => replace.mutate(undefined, { onSuccess: onGiven })}
        >
          {t('classroom.newCard.action')}
        </Button>
      </div>
    </div>
  );
}

export function CardGiven({ classId, pupil, onClose }: Props & { onClose: () => void }) {
  const { t } = useLanguage();
  return (
    <div className="classroom-form">
      <div className="added">
        <p>
          <CircleCheck size={20} aria-hidden="true" />
          <span>{t('classroom.newCard.done', { name: pupil.fullName })}</span>
        </p>
      </div>
      <div className="dialog-actions">
        <Button variant="default" onClick={onClose}>
          {t('classroom.newCard.close')}
        </Button>
        <ButtonLink
          to={`/lop/${classId}/the?in=${pupil.id}`}
          leftSection={<Printer size={18} aria-hidden="true" />}
        >
          {t('classroom.newCard.print')}
        </ButtonLink>
      </div>
    </div>
  );
}
