import { ArrowDown, ArrowUp, Check, X } from 'lucide-react';
import { useLanguage } from '@i18n/use-language.tsx';
import { moved } from './draft.ts';
import type { Field } from './field.ts';

type Named = { readonly id: string; readonly text: string };

export const OrderField: Field<'order'> = ({ ask, value, solution, onChange }) => {
  const { t } = useLanguage();
  const order = value?.cards ?? ask.cards.map(({ id }) => id);
  const shown = solution?.cards ?? order;
  const named = new Map(ask.cards.map((card) => [card.id, card.text]));
  return (
    <div className="answer-order">
      <p>{t(`quiz.ask.order.${ask.direction}`)}</p>
      <ol>
        {shown.map((id, at) => (
          <li key={id} data-outcome={outcome(solution !== null, order[at] === id)}>
            <span>{named.get(id)}</span>
            {solution === null ? (
              <span className="answer-moves">
                <button
                  type="button"
                  aria-label={t('quiz.order.up', { card: named.get(id) ?? '' })}
                  disabled={at === 0}
                  onClick={() => onChange({ kind: 'order', cards: moved(order, at, -1) })}
                >
                  <ArrowUp aria-hidden="true" />
                </button>
                <button
                  type="button"
                  aria-label={t('quiz.order.down', { card: named.get(id) ?? '' })}
                  disabled={at === shown.length - 1}
                  onClick={() => onChange({ kind: 'order', cards: moved(order, at, 1) })}
                >
                  <ArrowDown aria-hidden="true" />
                </button>
              </span>
            ) : (
              <PlaceMark right={order[at] === id} />
            )}
          </li>
        ))}
      </ol>
    </div>
  );
};

function outcome(judged: boolean, right: boolean): string | undefined {
  if (!judged) return undefined;
  return right ? 'right' : 'wrong';
}

function PlaceMark({ right }: { right: boolean }) {
  const { t } = useLanguage();
  return right ? (
    <Check aria-label={t('quiz.outcome.right')} className="answer-mark" />
  ) : (
    <X aria-label={t('quiz.outcome.wrong')} className="answer-mark" />
  );
}

function Placing({
  cards,
  places,
  placing,
  right,
  once,
  onPlace,
}: {
  cards: readonly Named[];
  places: readonly Named[];
  placing: Readonly<Record<string, string>>;
  right: Readonly<Record<string, string>> | null;
  /** Each place takes one card only. */
  once: boolean;
  onPlace: (placing: Record<string, string>) => void;
}) {
  const { t } = useLanguage();
  const place = (card: string, at: string) => {
    const others = Object.entries(placing).filter(
      ([other, was]) => other !== card && !(once && was === at),
    );
    onPlace(Object.fromEntries(at === '' ? others : [...others, [card, at]]));
  };
  const named = new Map(places.map(({ id, text }) => [id, text]));
  return (
    <ul className="answer-placing">
      {cards.map(({ id, text }) => (
        <li key={id} data-outcome={outcome(right !== null, right?.[id] === placing[id])}>
          <label>
            <span>{text}</span>
            <select
              value={placing[id] ?? ''}
              disabled={right !== null}
              onChange={(event) => place(id, event.currentTarget.value)}
            >
              <option value="">{t('quiz.placing.choose')}</option>
              {places.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.text}
                </option>
              ))}
            </select>
          </label>
          {right === null ? null : (
            <>
              <PlaceMark right={right[id] === placing[id]} />
              {right[id] === placing[id] ? null : (
                <p>{t('quiz.placing.right', { place: named.get(right[id] ?? '') ?? '' })}</p>
              )}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

export const MatchField: Field<'match'> = ({ ask, value, solution, onChange }) => (
  <Placing
    cards={ask.cards}
    places={ask.places}
    placing={value?.placing ?? {}}
    right={solution?.placing ?? null}
    once
    onPlace={(placing) => onChange({ kind: 'match', placing })}
  />
);

export const SortField: Field<'sort'> = ({ ask, value, solution, onChange }) => (
  <Placing
    cards={ask.cards}
    places={ask.bins}
    placing={value?.placing ?? {}}
    right={solution?.placing ?? null}
    once={false}
    onPlace={(placing) => onChange({ kind: 'sort', placing })}
  />
);
