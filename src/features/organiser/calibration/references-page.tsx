import { Button } from '@mantine/core';
import { CircleCheck, Info, Lock } from 'lucide-react';
import { useState } from 'react';
import type { References } from '@contract/calibration.ts';
import { MOST_REFERENCES } from '@domain/judging/calibration.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { Loading } from '@ui/loading.tsx';
import { OrganiserShell } from '../organiser-shell.tsx';
import { CandidateSearch } from './candidate-search.tsx';
import { blankDraft, draftsOf, readDrafts, type ReferenceDraft } from './reference-draft.ts';
import { ReferenceForm } from './reference-form.tsx';
import { useReferences, useSaveReferences } from './references-queries.ts';
import './references.css';

function ReferencesEditor({ references }: { references: References }) {
  const { t } = useLanguage();
  const { open, criteria, required } = references;
  const [edited, setEdited] = useState<readonly ReferenceDraft[] | null>(null);
  const [asked, setAsked] = useState(false);
  const save = useSaveReferences();
  const drafts = edited ?? draftsOf(references);
  const read = readDrafts(drafts, criteria);
  const send = () => {
    setAsked(true);
    if (read.kind !== 'ready') return;
    save.mutate(
      { references: read.references },
      {
        onSuccess: () => {
          setEdited(null);
          setAsked(false);
        },
      },
    );
  };
  return (
    <>
      <p className="references-note">
        {open ? <Info aria-hidden="true" /> : <Lock aria-hidden="true" />}
        <span>
          {open
            ? t(required ? 'desk.references.required' : 'desk.references.optional')
            : t('desk.references.closed')}{' '}
          {required && references.references.length === 0 ? t('desk.references.needed') : null}{' '}
          {t('desk.references.excluded')}
        </span>
      </p>
      {drafts.map((draft) => (
        <ReferenceForm
          key={draft.entryId}
          draft={draft}
          criteria={criteria}
          showProblems={asked}
          disabled={!open}
          onChange={(next) =>
            setEdited(drafts.map((one) => (one.entryId === next.entryId ? next : one)))
          }
          onRemove={() => setEdited(drafts.filter(({ entryId }) => entryId !== draft.entryId))}
        />
      ))}
      {open && drafts.length < MOST_REFERENCES ? (
        <CandidateSearch
          taken={drafts.map(({ entryId }) => entryId)}
          onAdd={(candidate) => setEdited([...drafts, blankDraft(candidate)])}
        />
      ) : null}
      {open ? (
        <div className="references-foot">
          {asked && read.kind !== 'ready' ? (
            <p className="references-problem" role="alert">
              {t(`desk.references.${read.kind}`)}
            </p>
          ) : null}
          {save.isError ? <ErrorNote error={save.error} /> : null}
          <Button disabled={edited === null} loading={save.isPending} onClick={send}>
            {t('desk.references.save')}
          </Button>
          <p role="status">
            {save.isSuccess && edited === null ? (
              <>
                <CircleCheck size={18} aria-hidden="true" /> {t('desk.references.saved')}
              </>
            ) : null}
          </p>
        </div>
      ) : null}
    </>
  );
}

/** The entries that judges score to calibrate, with the organiser's own points and words. */
export function ReferencesPage() {
  const { t } = useLanguage();
  const references = useReferences();
  return (
    <OrganiserShell title={t('desk.references.title')} lead={t('desk.references.lead')}>
      {references.isPending ? <Loading /> : null}
      {references.isError ? (
        <ErrorNote error={references.error} onRetry={() => void references.refetch()} />
      ) : null}
      {references.data ? <ReferencesEditor references={references.data} /> : null}
    </OrganiserShell>
  );
}
