import { Button } from '@mantine/core';
import { CircleCheck, CircleDashed } from 'lucide-react';
import { useState } from 'react';
import { submissionProblems } from '@domain/story/completeness.ts';
import { pictureOf } from '@domain/story/picture.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { Dialog } from '@ui/dialog.tsx';
import type { ExtraProps } from '../extra.ts';
import './checklist.css';

function Item({ label, done, optional }: { label: string; done: boolean; optional?: boolean }) {
  const { t } = useLanguage();
  const Icon = done ? CircleCheck : CircleDashed;
  return (
    <span className="check" data-done={done} data-optional={optional}>
      <Icon aria-hidden="true" />
      {label}
      <span className="studio-spoken">
        {t(done ? 'storyboard.checklist.done' : 'storyboard.checklist.open')}
      </span>
    </span>
  );
}

/** What the story has and what it still needs, page by page, while there is time. */
export function Checklist({ editor, onClose }: ExtraProps) {
  const { t } = useLanguage();
  const [picture] = useState(() => {
    editor.leaveText();
    return pictureOf(editor.store.getState().story);
  });
  const { minPages, maxPages } = editor.limits;
  const problems = submissionProblems(picture, editor.limits);
  const lacks = (kind: (typeof problems)[number]['kind'], page?: number) =>
    problems.some(
      (problem) => problem.kind === kind && (!('page' in problem) || problem.page === page),
    );
  const goTo = (index: number) => {
    const id = editor.store.getState().story.order[index];
    if (id !== undefined) editor.selectPage(id);
    onClose();
  };
  const bounds = minPages === maxPages ? `${minPages}` : `${minPages}–${maxPages}`;
  return (
    <Dialog title={t('storyboard.checklist')} onClose={onClose}>
      <p>
        {problems.length === 0
          ? t('storyboard.checklist.ready')
          : t('storyboard.checklist.text', { count: problems.length })}
      </p>
      <div className="check-story">
        <Item label={t('storyboard.checklist.title')} done={!lacks('missing-title')} />
        <Item
          label={t('storyboard.checklist.pages', { pages: picture.pages.length, bounds })}
          done={!lacks('too-few-pages') && !lacks('too-many-pages')}
        />
      </div>
      <ol className="check-pages">
        {picture.pages.map(({ alt }, index) => (
          // A page has no name but its place here.
          <li key={index}>
            <button type="button" className="studio-button" onClick={() => goTo(index)}>
              {t('storyboard.checklist.page', { page: index + 1 })}
            </button>
            <Item label={t('storyboard.checklist.drawn')} done={!lacks('blank-page', index + 1)} />
            <Item
              label={t('storyboard.checklist.caption')}
              done={!lacks('missing-caption', index + 1)}
            />
            <Item label={t('storyboard.checklist.alt')} done={alt !== ''} optional />
          </li>
        ))}
      </ol>
      <div className="dialog-actions">
        <Button onClick={onClose}>{t('common.close')}</Button>
      </div>
    </Dialog>
  );
}
