import { dateInWords } from '#calendar';
import { moneyWords } from '#journey';
import { useVisit } from '../../http/visit.js';
import { type BenefitDocument, type PaymentDocument } from '../../rest/documents.js';
import { OverviewSection } from './overview-section.js';
import { sameTitled } from './same-titled.js';

export interface MoneyListsProps {
  readonly benefits: readonly BenefitDocument[];
  readonly payments: readonly PaymentDocument[];
}

/** What the reader is paid, and what they pay. */
export function MoneyLists({ benefits, payments }: MoneyListsProps) {
  const { words } = useVisit();
  const of = words.overview;
  const alike: ReadonlySet<BenefitDocument> = new Set([...sameTitled(benefits), ...sameTitled(payments)]);
  return (
    <>
      <OverviewSection
        heading={of.benefits}
        items={benefits.map(benefit => ({
          key: benefit.id,
          journey: benefit.journey,
          content: <Benefit benefit={benefit} isAlike={alike.has(benefit)} />,
        }))}
      />
      <OverviewSection
        heading={of.payments}
        items={payments.map(payment => ({
          key: payment.id,
          journey: payment.journey,
          content: <Payment payment={payment} isAlike={alike.has(payment)} />,
        }))}
      />
    </>
  );
}

interface Alike {
  /** Another is called the same. */
  readonly isAlike: boolean;
}

function Payment({ payment, isAlike }: Alike & { readonly payment: PaymentDocument }) {
  const { words, language } = useVisit();
  const of = words.overview;
  const { title, text, direction, status, day, authorityName, amount } = payment;
  const money = amount === undefined ? '' : moneyWords(amount, language);
  const isPaid = status === 'paid' && direction === 'out';
  return (
    <>
      <strong>{title}</strong>: {(isPaid ? of.payment.paid(money) : of.payment[direction](money)).trim()}
      <Span of={payment} />
      {day !== undefined && ` – ${dateInWords(day)[language]}`}
      {isAlike && <p>{words.sentence(text)}</p>}
      <p class="message-line">
        {direction === 'between' ? of.betweenYou : (direction === 'in' ? of.payer : of.payee)(authorityName)}
      </p>
    </>
  );
}

/** How much, how often and for how long. */
function Benefit({ benefit, isAlike }: Alike & { readonly benefit: BenefitDocument }) {
  const { words, language } = useVisit();
  const { title, text, amount, authorityName } = benefit;
  return (
    <>
      <strong>{title}</strong>: {amount !== undefined && moneyWords(amount, language)}
      <Span of={benefit} />
      {isAlike && <p>{words.sentence(text)}</p>}
      <p class="message-line">{words.overview.payer(authorityName)}</p>
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
