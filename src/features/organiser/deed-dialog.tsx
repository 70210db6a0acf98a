import type { Overview } from '@contract/organiser.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { type RoundDeed, unfinishedSheets } from './next-step.ts';
import { useRoundDeed } from './organiser-queries.ts';

function DeedWords({ deed, overview }: { deed: RoundDeed; overview: Overview }) {
  const { t, f } = useLanguage();
  const unfinished = unfinishedSheets(overview);
  const { edition, schools } = overview;
  const drafts = schools.reduce((sum, school) => sum + school.draftCount, 0);
  if (deed === 'close-submission') {
    return (
      <>
        <p>{t('organiser.deed.close-submission.what', { when: f.dateTime(edition.closesAt) })}</p>
        {drafts > 0 ? <p>{t('organiser.deed.close-submission.drafts', { drafts })}</p> : null}
        <p>
          <strong>{t('organiser.deed.noReturn')}</strong>
        </p>
      </>
    );
  }
  return (
    <>
      <p>{t('organiser.deed.close-judging.what')}</p>
      {unfinished > 0 ? (
        <p className="deed-warning">
          {t('organiser.deed.close-judging.unfinished', { unfinished })}
        </p>
      ) : null}
      <p>
        <strong>{t('organiser.deed.noReturn')}</strong>
      </p>
    </>
  );
}

/** One deed of the round, asked for once more before it is done. */
export function DeedDialog({
  deed,
  overview,
  onDone,
  onClose,
}: {
  deed: RoundDeed;
  overview: Overview;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useLanguage();
  const action = useRoundDeed();
  return (
    <ConfirmDialog
      title={t(`organiser.deed.${deed}.ask`)}
      confirm={t(`organiser.deed.${deed}`)}
      busy={action.isPending}
      error={action.error}
      onConfirm={() => action.mutate(deed, { onSuccess: onDone })}
      onClose={onClose}
    >
      <DeedWords deed={deed} overview={overview} />
    </ConfirmDialog>
  );
}
