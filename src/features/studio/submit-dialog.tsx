import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { ArrowRight, Send } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { EditionView } from '@domain/contest/edition.ts';
import { type SubmissionProblem, submissionProblems } from '@domain/story/completeness.ts';
import { type TellingProblem, tellingProblems, toldWith } from '@domain/story/telling.ts';
import { pictureOf } from '@domain/story/picture.ts';
import type { Refusal } from '@domain/kernel/refusal.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { ConnectionLost } from '@platform/api-client.ts';
import { Dialog } from '@ui/dialog.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { useErrorText } from '@ui/use-error-text.ts';
import type { Editor } from './editor-store.ts';
import type { StudioSession } from './studio-session.ts';

type Problem = SubmissionProblem | TellingProblem;

type Place = {
  readonly page: number | null;
  readonly field: 'title' | 'caption' | 'canvas' | 'pages' | 'telling';
};

function placeOf(problem: Problem): Place {
  switch (problem.kind) {
    case 'missing-title':
      return { page: null, field: 'title' };
    case 'blank-page':
      return { page: problem.page, field: 'canvas' };
    case 'missing-caption':
      return { page: problem.page, field: 'caption' };
    case 'missing-telling':
    case 'telling-too-long':
      return { page: null, field: 'telling' };
    default:
      return { page: null, field: 'pages' };
  }
}

function useProblemText() {
  const { t } = useLanguage();
  return (problem: Problem): string => {
    switch (problem.kind) {
      case 'missing-title':
        return t('studio.submit.needTitle');
      case 'too-few-pages':
        return t('studio.submit.needPages', { min: problem.minPages, pages: problem.pages });
      case 'too-many-pages':
        return t('studio.submit.tooManyPages', { max: problem.maxPages, pages: problem.pages });
      case 'blank-page':
        return t('studio.submit.blankPage', { page: problem.page });
      case 'missing-caption':
        return t('studio.submit.needCaption', { page: problem.page });
      case 'missing-telling':
        return t('telling.submit.missing');
      case 'telling-too-long':
        return t('telling.submit.tooLong', { minutes: problem.maxMinutes });
    }
  };
}

function goTo(editor: Editor, { page, field }: Place): void {
  const pageId = page === null ? undefined : editor.store.getState().story.order[page - 1];
  if (pageId !== undefined) editor.selectPage(pageId);
  const id = field === 'pages' ? 'studio-add-page' : `studio-${field}`;
  // The dialog gives the focus back when it closes; after that it may go where it is wanted.
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}

function Missing({
  editor,
  problems,
  onTelling,
  onClose,
}: {
  editor: Editor;
  problems: readonly Problem[];
  onTelling: () => void;
  onClose: () => void;
}) {
  const { t } = useLanguage();
  const textOf = useProblemText();
  return (
    <>
      <p>{t('studio.submit.missing')}</p>
      <ul className="studio-missing">
        {problems.map((problem) => (
          <li key={textOf(problem)}>
            <button
              type="button"
              className="studio-button"
              onClick={() => {
                const place = placeOf(problem);
                onClose();
                if (place.field === 'telling') onTelling();
                else goTo(editor, place);
              }}
            >
              <span>{textOf(problem)}</span>
              <ArrowRight aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      <div className="dialog-actions">
        <Button variant="default" onClick={onClose}>
          {t('studio.submit.keepDrawing')}
        </Button>
      </div>
    </>
  );
}

function Confirm({
  editor,
  session,
  onClose,
}: {
  editor: Editor;
  session: StudioSession;
  onClose: () => void;
}) {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [sending, setSending] = useState<'no' | 'first' | 'again'>('no');
  const [error, setError] = useState<unknown>(null);
  const { title, order } = editor.store.getState().story;

  const send = () => {
    setError(null);
    setSending('first');
    session
      .submit(() => setSending('again'))
      .then(async () => {
        await queries.invalidateQueries();
        await navigate('/bien-nhan', { state: { celebrate: true } });
      })
      .catch((reason: unknown) => {
        setSending('no');
        setError(reason);
      });
  };

  return (
    <>
      <p>{t('studio.submit.sure', { title, pages: order.length })}</p>
      <p className="studio-sending" role="status">
        {sending === 'first' ? t('studio.submit.sending') : null}
        {sending === 'again' ? t('studio.submit.retrying') : null}
      </p>
      {error instanceof ConnectionLost ? (
        <p className="studio-notice" role="alert">
          {t('studio.submit.lost')}
        </p>
      ) : error === null ? null : (
        <ErrorNote error={error} />
      )}
      <div className="dialog-actions">
        <Button variant="default" disabled={sending !== 'no'} onClick={onClose}>
          {t('studio.submit.keepDrawing')}
        </Button>
        <Button
          loading={sending !== 'no'}
          leftSection={<Send size={20} aria-hidden="true" />}
          onClick={send}
        >
          {t('studio.submit.yes')}
        </Button>
      </div>
    </>
  );
}

/** From "I am done" to the receipt: what is missing, whether one is sure, and sending. */
export function SubmitDialog({
  editor,
  session,
  edition,
  refusal,
  onTelling,
  onClose,
}: {
  editor: Editor;
  session: StudioSession;
  /** Null when the host could not say; the server will. */
  edition: EditionView | null;
  /** Why the server takes no more of this story. */
  refusal: Refusal | null;
  /** Opens the place where the story is told. */
  onTelling: () => void;
  onClose: () => void;
}) {
  const { t, f } = useLanguage();
  const [problems] = useState(() => {
    editor.leaveText();
    const { story } = editor.store.getState();
    const found: Problem[] = [...submissionProblems(pictureOf(story), editor.limits)];
    if (session.telling === null || edition === null) return found;
    const told = toldWith(session.telling.state.getState().telling, story.order);
    return [...found, ...tellingProblems(told, edition.telling)];
  });
  const textOf = useErrorText();
  const whyNot = (): string | null => {
    if (refusal?.code === 'entry.round-closed') return textOf(refusal);
    if (edition === null || edition.phase === 'open') return null;
    return edition.phase === 'upcoming'
      ? t('studio.submit.notOpen', { time: f.dateTime(edition.opensAt) })
      : t('studio.submit.closed', { time: f.dateTime(edition.closesAt) });
  };
  const closed = whyNot();
  return (
    <Dialog title={t('studio.submit.title')} onClose={onClose}>
      {closed !== null ? (
        <>
          <p>{closed}</p>
          <div className="dialog-actions">
            <Button onClick={onClose}>{t('common.close')}</Button>
          </div>
        </>
      ) : problems.length > 0 ? (
        <Missing editor={editor} problems={problems} onTelling={onTelling} onClose={onClose} />
      ) : (
        <Confirm editor={editor} session={session} onClose={onClose} />
      )}
    </Dialog>
  );
}
