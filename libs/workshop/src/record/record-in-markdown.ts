import { periodInWords } from '#calendar';
import { gdprArticle, type Language, nameAlone, type Words } from '#journey';
import { type ProcessingRecord, type RecordedRecipient } from './processing-record.js';

const WORDS = {
  da: {
    title: 'Fortegnelse over behandling af personoplysninger',
    made: 'Lavet af forløbenes definitioner og myndighedernes kontrakter (databeskyttelsesforordningens artikel 30).',
    version: 'Version',
    purpose: 'Formål',
    persons: 'Hvis oplysninger',
    asked: 'Hvad der spørges om',
    retention: 'Hvor længe det gemmes',
    recipients: 'Hvem der får hvad',
    head: ['Modtager', 'Til hvad', 'Oplysninger', 'Hjemmel'],
    nothing: 'intet',
    unlimited: 'uden grænse',
    end: (period: string) => `${period}, efter at forløbet er slut`,
    obliged: 'loven kræver det',
  },
  en: {
    title: 'Record of processing activities',
    made: 'Made of the definitions of the journeys and the contracts of the authorities (article 30 of the GDPR).',
    version: 'Version',
    purpose: 'Purpose',
    persons: 'Whose data',
    asked: 'What is asked',
    retention: 'How long it is kept',
    recipients: 'Who is given what',
    head: ['Recipient', 'For what', 'Data', 'Ground'],
    nothing: 'nothing',
    unlimited: 'without a limit',
    end: (period: string) => `${period} after the journey has ended`,
    obliged: 'the law obliges us',
  },
} as const;

/** The record of processing activities (GDPR art. 30) of some journeys, in Markdown, line by line. */
export function recordInMarkdown(
  records: readonly ProcessingRecord[],
  language: Language,
): readonly string[] {
  const words = WORDS[language];
  return [`# ${words.title}`, '', words.made, ...records.flatMap(record => section(record, language))];
}

function section(record: ProcessingRecord, language: Language): readonly string[] {
  const words = WORDS[language];
  const { id, effective, title, purpose, persons, asked, recipients } = record;
  const listed = (all: readonly Words[]): string =>
    all.map(each => each[language]).join(', ') || words.nothing;
  return [
    '',
    `## ${title[language]}`,
    '',
    `- ${words.version}: ${id} ${effective}`,
    `- ${words.purpose}: ${purpose[language]}`,
    `- ${words.persons}: ${personsInWords(persons, language)}`,
    `- ${words.asked}: ${listed(asked)}`,
    `- ${words.retention}: ${retentionInWords(record, language)}${sourceOf(record, language)}`,
    '',
    `### ${words.recipients}`,
    '',
    row(words.head),
    row(words.head.map(() => '---')),
    ...recipients.map(({ authorityName, service, purpose: why, categories, ground, gdpr }) =>
      row([
        nameAlone(authorityName[language]),
        `${why[language]} (\`${service}\`)`,
        listed(categories),
        groundInWords({ ground, gdpr }, language),
      ]),
    ),
  ];
}

/** Who is told of: one may have a comma in it ("den, der har søgt"). */
function personsInWords(persons: ProcessingRecord['persons'], language: Language): string {
  return persons.map(each => each[language]).join('; ');
}

/** The law, and the article of the GDPR; empty where nothing personal may be sent. */
export function groundInWords(
  { ground, gdpr }: Pick<RecordedRecipient, 'ground' | 'gdpr'>,
  language: Language,
): string {
  const cited = gdpr === undefined ? [] : [gdprArticle(gdpr, language)];
  return [...(ground ? [ground[language]] : []), ...cited].join('; ');
}

/** How long what is recorded is kept; where that is from stands beside it. A parameter is named: its value depends on the day. */
export function retentionInWords(
  { retention }: Pick<ProcessingRecord, 'retention'>,
  language: Language,
): string {
  const words = WORDS[language];
  if (!retention) return words.unlimited;
  const { for: period, obliged } = retention;
  const told = words.end(period.startsWith('P') ? periodInWords(period)[language] : `\`${period}\``);
  return obliged ? `${told}; ${words.obliged}` : told;
}

/** It is written in Danish alone, and marked so where all else is not. */
function sourceOf({ retention }: ProcessingRecord, language: Language): string {
  if (!retention) return '';
  return ` (${language === 'da' ? retention.source : `<span lang="da">${retention.source}</span>`})`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(cell => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
}
