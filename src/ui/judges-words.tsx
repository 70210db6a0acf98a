import type { ChildComment } from '@domain/judging/child-comment.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import './judges-words.css';

/** What the judges say to a child: kind phrases and their own words, without names. */
export function JudgesWords({ comments }: { comments: readonly ChildComment[] }) {
  const { t } = useLanguage();
  return (
    <ul className="judges-words">
      {comments.map(({ phrases, words }, index) => (
        // The list never changes: judges have no names here to tell them by.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>
          {phrases.map((phrase) => (
            <p key={phrase}>{t(`phrases.${phrase}`)}</p>
          ))}
          {words === '' ? null : <p>{words}</p>}
        </li>
      ))}
    </ul>
  );
}
