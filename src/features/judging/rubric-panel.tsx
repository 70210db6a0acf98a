import { Button, Textarea } from '@mantine/core';
import { Send } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { sheetProblems, totalPoints } from '@domain/judging/sheet.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { CommentField } from './comment-field.tsx';
import { CriteriaList } from './criteria-list.tsx';
import { SaveLine } from './save-line.tsx';
import { contentOf, type OpenSheet } from './sheet-work.ts';
import './rubric-panel.css';

const NOTE_CHARS = 1000;

function HandIn({
  work,
  missing,
  untouched,
  total,
}: {
  work: OpenSheet;
  missing: string[];
  untouched: boolean;
  total: string;
}) {
  const { t } = useLanguage();
  const { save } = useStore(work.store);
  const [asked, setAsked] = useState(false);
  const confirm = useRef<HTMLButtonElement>(null);
  const full = missing.length === 0;
  const stopped = save.kind === 'conflict' || save.kind === 'submitting';
  useEffect(() => {
    if (asked && full) confirm.current?.focus();
  }, [asked, full]);

  if (asked && full) {
    return (
      <div className="hand-in-confirm">
        <p>{t('judging.handIn.ask', { total })}</p>
        <div>
          <Button
            ref={confirm}
            color="palm"
            loading={save.kind === 'submitting'}
            disabled={save.kind === 'conflict'}
            onClick={work.submit}
          >
            {t('judging.handIn.confirm')}
          </Button>
          <Button variant="default" disabled={stopped} onClick={() => setAsked(false)}>
            {t('judging.handIn.lookAgain')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className="hand-in">
      <Button
        data-hand-in
        fullWidth
        disabled={!full || stopped}
        leftSection={<Send size={18} aria-hidden="true" />}
        onClick={() => setAsked(true)}
      >
        {t('judging.handIn')}
      </Button>
      {full ? null : (
        <p className="hand-in-missing">
          {untouched
            ? t('judging.handIn.untouched', { count: missing.length })
            : t('judging.handIn.missing', { criteria: missing.join(', ') })}
        </p>
      )}
    </div>
  );
}

/** The rubric to fill in: points, running total, private note, handing in. */
export function RubricPanel({
  work,
  note,
  inert,
}: {
  work: OpenSheet;
  note: ReactNode;
  inert: boolean;
}) {
  const { t } = useLanguage();
  const state = useStore(work.store);
  const { criteria } = state.sheet;
  const { points } = contentOf(state);
  const missingIds = sheetProblems(criteria, points).missing;
  const missing = criteria.filter(({ id }) => missingIds.includes(id)).map(({ name }) => name);
  const max = criteria.reduce((sum, { maxPoints }) => sum + maxPoints, 0);
  const total = t('judging.total.of', { total: totalPoints(points), max });

  return (
    <section className="rubric" aria-label={t('judging.rubric')} inert={inert}>
      <div className="rubric-scroll">
        {note}
        <h2>{t('judging.rubric')}</h2>
        <CriteriaList
          criteria={criteria}
          texts={state.texts}
          onText={work.setText}
          onStep={work.step}
        />
        <CommentField comment={state.comment} onChange={work.setComment} />
        <Textarea
          label={t('judging.note')}
          description={t('judging.note.about')}
          rows={2}
          maxLength={NOTE_CHARS}
          value={state.note}
          onChange={(event) => work.setNote(event.currentTarget.value)}
        />
      </div>
      <div className="rubric-foot">
        <div className="rubric-total">
          <p>
            <span>{t('judging.total')}</span>
            <output>{total}</output>
          </p>
          {isTrouble(state.save.kind) ? null : <SaveLine save={state.save} work={work} />}
        </div>
        {isTrouble(state.save.kind) ? <SaveLine save={state.save} work={work} /> : null}
        <HandIn
          work={work}
          missing={missing}
          untouched={missing.length === criteria.length}
          total={total}
        />
      </div>
    </section>
  );
}

function isTrouble(kind: string): boolean {
  return kind === 'offline' || kind === 'conflict' || kind === 'failed';
}
