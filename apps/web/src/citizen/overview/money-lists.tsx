import { dateInWords } from '#calendar';
import { moneyWords } from '#journey';
import { useVisit } from '../../http/visit.js';
import { type BenefitDocument, type PaymentDocument } from '../../rest/documents.js';
import { CaseLine } from './case-line.js';
import { OverviewSection } from './overview-section.js';

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
        <OverviewSection heading={of.benefits}>
          {benefits.map(benefit => (
            <li key={benefit.id}>
              <strong>{benefit.title}</strong>: <Amount of={benefit} />
              <CaseLine journey={benefit.journey} before={`${of.payer(benefit.authorityName)} ·`} />
            </li>
          ))}
        </OverviewSection>
      )}
      {payments.length > 0 && (
        <OverviewSection heading={of.payments}>
          {payments.map(payment => (
            <Payment key={payment.id} payment={payment} />
          ))}
        </OverviewSection>
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
      <CaseLine
        journey={journey}
        before={`${direction === 'between' ? of.betweenYou : (direction === 'in' ? of.payer : of.payee)(authorityName)} ·`}
      />
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
