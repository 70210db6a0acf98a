import { Textarea } from '@mantine/core';
import { Check } from 'lucide-react';
import {
  type ChildComment,
  COMMENT_CHARS,
  MOST_PHRASES,
  PHRASE_GROUPS,
  type PhraseGroup,
  type PhraseId,
} from '@domain/judging/child-comment.ts';
import { useLanguage } from '@i18n/use-language.tsx';

const GROUPS: readonly PhraseGroup[] = ['strength', 'next'];

function PhraseGroupField({
  group,
  chosen,
  onToggle,
}: {
  group: PhraseGroup;
  chosen: readonly PhraseId[];
  onToggle: (phrase: PhraseId) => void;
}) {
  const { t } = useLanguage();
  return (
    <fieldset className="phrases">
      <legend>{t(`desk.comment.${group}`)}</legend>
      {PHRASE_GROUPS[group].map((phrase) => {
        const on = chosen.includes(phrase);
        return (
          <label key={phrase} className="phrase" data-on={on || undefined}>
            <input
              type="checkbox"
              checked={on}
              disabled={!on && chosen.length >= MOST_PHRASES}
              onChange={() => onToggle(phrase)}
            />
            {on ? <Check size={16} aria-hidden="true" /> : null}
            <span>{t(`phrases.${phrase}`)}</span>
          </label>
        );
      })}
    </fieldset>
  );
}

/** A word for the child: kind phrases to choose from, and the judge's own. Closed until asked for. */
export function CommentField({
  comment,
  onChange,
}: {
  comment: ChildComment;
  onChange: (comment: ChildComment) => void;
}) {
  const { t } = useLanguage();
  const { phrases, words } = comment;
  const toggle = (phrase: PhraseId) =>
    onChange({
      ...comment,
      phrases: phrases.includes(phrase)
        ? phrases.filter((other) => other !== phrase)
        : [...phrases, phrase],
    });
  return (
    <details className="child-comment" data-comment>
      <summary>
        <strong>{t('desk.comment')}</strong>
        <span>
          {words === '' || phrases.length > 0
            ? t('desk.comment.count', { count: phrases.length })
            : words}
        </span>
      </summary>
      <p className="criterion-about">{t('desk.comment.about')}</p>
      {GROUPS.map((group) => (
        <PhraseGroupField key={group} group={group} chosen={phrases} onToggle={toggle} />
      ))}
      <p className="criterion-about">{t('desk.comment.most', { most: MOST_PHRASES })}</p>
      <Textarea
        label={t('desk.comment.words')}
        rows={3}
        maxLength={COMMENT_CHARS}
        value={words}
        onChange={(event) => onChange({ ...comment, words: event.currentTarget.value })}
      />
    </details>
  );
}

/** Opens the field and goes to its first phrase; for who asks by key. */
export function openComment(): void {
  const field = document.querySelector<HTMLDetailsElement>('[data-comment]');
  if (field === null) return;
  field.open = true;
  field.querySelector<HTMLElement>('input')?.focus();
}

/** What was said to the child, on a sheet that can no longer change. */
export function CommentShown({ comment }: { comment: ChildComment }) {
  const { t } = useLanguage();
  if (comment.phrases.length === 0 && comment.words === '') return null;
  return (
    <>
      <h3>{t('desk.comment')}</h3>
      <ul className="comment-shown">
        {comment.phrases.map((phrase) => (
          <li key={phrase}>{t(`phrases.${phrase}`)}</li>
        ))}
        {comment.words === '' ? null : <li>{comment.words}</li>}
      </ul>
    </>
  );
}
