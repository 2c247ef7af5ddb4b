import { dateInWords } from '#calendar';
import { moneyWords } from '#journey';
import { useVisit } from '../../http/visit.js';
import { type BenefitDocument, type PaymentDocument } from '../../rest/documents.js';
import { CaseLink } from './case-link.js';

export interface MoneyListsProps {
  readonly benefits: readonly BenefitDocument[];
  readonly payments: readonly PaymentDocument[];
}

/** What the reader is paid, and what they pay. */
export function MoneyLists({ benefits, payments }: MoneyListsProps) {
  const { words } = useVisit();
  const of = words.overview;
  return (
    <>
      {benefits.length > 0 && (
        <section>
          <h2>{of.benefits}</h2>
          <ul class="work nobullet-list">
            {benefits.map(benefit => (
              <li key={benefit.id}>
                <strong>{benefit.title}</strong>: <Amount of={benefit} />
                <p class="message-line">
                  {of.payer(benefit.authorityName)} · <CaseLink journey={benefit.journey} />
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {payments.length > 0 && (
        <section>
          <h2>{of.payments}</h2>
          <ul class="work nobullet-list">
            {payments.map(payment => (
              <Payment key={payment.id} payment={payment} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Payment({ payment }: { readonly payment: PaymentDocument }) {
  const { words, language } = useVisit();
  const of = words.overview;
  const { title, direction, status, day, authorityName, journey, amount } = payment;
  const money = amount === undefined ? '' : moneyWords(amount, language);
  const isPaid = status === 'paid' && direction === 'out';
  return (
    <li>
      <strong>{title}</strong>: {(isPaid ? of.payment.paid(money) : of.payment[direction](money)).trim()}
      <Span of={payment} />
      {day !== undefined && ` – ${dateInWords(day)[language]}`}
      <p class="message-line">
        {direction !== 'between' && `${(direction === 'in' ? of.payer : of.payee)(authorityName)} · `}
        <CaseLink journey={journey} />
      </p>
    </li>
  );
}

/** How much, how often and for how long. */
function Amount({ of: benefit }: { readonly of: BenefitDocument }) {
  const { language } = useVisit();
  return (
    <>
      {benefit.amount !== undefined && moneyWords(benefit.amount, language)}
      <Span of={benefit} />
    </>
  );
}

function Span({ of: { every, from, until } }: { readonly of: BenefitDocument }) {
  const { words, language } = useVisit();
  const of = words.overview;
  const parts = [
    ...(every ? [of.every[every]] : []),
    ...(from === undefined ? [] : [of.from(dateInWords(from)[language])]),
    ...(until === undefined ? [] : [of.until(dateInWords(until)[language])]),
  ];
  return <>{parts.map(text => ` ${text}`)}</>;
}
