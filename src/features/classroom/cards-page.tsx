import { useParams } from 'react-router';
import type { SignInCard } from '@domain/classroom/card.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { useHost } from '@platform/queries.ts';
import { ErrorNote } from '@ui/error-note.tsx';
import { Loading } from '@ui/loading.tsx';
import { useCards } from './class-queries.ts';
import { PrintPreview, usePrintChoice } from './print-preview.tsx';
import { QrCode } from './qr-code.tsx';
import './cards-page.css';

/** Two columns of five: each card 95 × 55 mm on A4 with margins of 10 mm. */
const CARDS_PER_SHEET = 10;

export function CardsPage() {
  const { t } = useLanguage();
  const { classId = '' } = useParams();
  const chosen = usePrintChoice();
  const answer = useCards(classId);
  if (answer.isPending) return <Loading />;
  if (answer.isError) {
    return (
      <main id="main" className="print-preview">
        <ErrorNote error={answer.error} onRetry={() => void answer.refetch()} />
      </main>
    );
  }
  const { cards, className, schoolName } = answer.data;
  const wanted = chosen === '' ? cards : cards.filter((card) => card.pupilId === chosen);
  const sheets = Array.from({ length: Math.ceil(wanted.length / CARDS_PER_SHEET) }, (_, index) =>
    wanted.slice(index * CARDS_PER_SHEET, (index + 1) * CARDS_PER_SHEET),
  );
  return (
    <PrintPreview
      title={t('classroom.cards.title', { name: className })}
      lead={t('classroom.cards.lead')}
      back={`/lop/${classId}`}
      choices={[
        { value: '', label: t('classroom.cards.all', { count: cards.length }) },
        ...cards.map(({ pupilId, fullName }) => ({ value: pupilId, label: fullName })),
      ]}
    >
      {cards.length === 0 ? <p className="print-nothing">{t('classroom.print.nobody')}</p> : null}
      {sheets.map((sheet) => (
        <ul key={sheet[0]?.pupilId} className="card-sheet">
          {sheet.map((card) => (
            <li key={card.pupilId}>
              <Card card={card} place={t('classroom.cards.place', { className, schoolName })} />
            </li>
          ))}
        </ul>
      ))}
    </PrintPreview>
  );
}

/** `042917` as `042 917`, which a child copies without losing the place. */
function inThrees(pin: string): string {
  return `${pin.slice(0, 3)} ${pin.slice(3)}`;
}

/** How far the type of a name has to shrink so that it fits beside the QR code. */
function lengthOfName(fullName: string): 'long' | 'longest' | undefined {
  if (fullName.length > 44) return 'longest';
  return fullName.length > 22 ? 'long' : undefined;
}

function Card({ card, place }: { card: SignInCard; place: string }) {
  const { t } = useLanguage();
  const host = useHost();
  const address = new URL(card.link).host;
  return (
    <article className="card" data-name={lengthOfName(card.fullName)}>
      <p className="card-product">
        <img src="/icon.svg" alt="" width="64" height="64" />
        {t('common.product')}
        {host.data?.demo ? <span className="card-demo">{t('classroom.cards.demo')}</span> : null}
      </p>
      <h2 className="card-name">{card.fullName}</h2>
      <p className="card-place">{place}</p>
      <dl className="card-keys">
        <div className="card-key-code">
          <dt>{t('classroom.cards.code')}</dt>
          <dd>{card.classCode}</dd>
        </div>
        <div>
          <dt>{t('classroom.cards.number')}</dt>
          <dd>{card.cardNumber}</dd>
        </div>
        <div>
          <dt>{t('classroom.cards.pin')}</dt>
          <dd>{inThrees(card.pin)}</dd>
        </div>
      </dl>
      <QrCode text={card.link} label={t('classroom.cards.qr', { name: card.fullName })} />
      <p className="card-how">{t('classroom.cards.how', { address })}</p>
    </article>
  );
}
