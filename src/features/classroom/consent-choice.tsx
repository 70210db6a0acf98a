import type { ConsentParty, Purpose } from '@domain/classroom/consent.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import type { Standing } from './consent-state.ts';

const WORDS = ['yes', 'no', 'none'] as const;
export type Word = (typeof WORDS)[number];

/** What one party says to one purpose on this slip, beside what holds now. */
export function ConsentChoice({
  purpose,
  party,
  standing,
  word,
  onWord,
}: {
  purpose: Purpose;
  party: ConsentParty;
  standing: Standing | null;
  word: Word;
  onWord: (word: Word) => void;
}) {
  const { t, f } = useLanguage();
  const held = standing?.granted === true ? 'yes' : 'no';
  return (
    <fieldset className="consent-choice">
      <legend>
        {t(`classroom.party.${party}`)}
        <span className="visually-hidden">
          {t('classroom.consent.on', { purpose: t(`classroom.purpose.${purpose}`) })}
        </span>
      </legend>
      <p className="consent-standing">
        {standing === null
          ? t('classroom.consent.nothingHolds')
          : t(`classroom.consent.holds.${held}`, { date: f.date(standing.recordedAt) })}
      </p>
      <div className="consent-words">
        {WORDS.map((value) => (
          <label key={value}>
            <input
              type="radio"
              name={`${purpose} ${party}`}
              value={value}
              checked={word === value}
              onChange={() => onWord(value)}
            />
            <span>{t(`classroom.word.${value}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
