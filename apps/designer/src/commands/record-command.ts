import { writeFile } from 'node:fs/promises';
import { periodInWords } from '#calendar';
import { type Language } from '#journey';
import { type ProcessingRecord, processingRecord } from '#workshop';
import { type CommandLine } from '../command-line.js';
import { type CommandContext, print } from '../command-context.js';
import { readFolders, versionOf } from '../journey-folders.js';

const WORDS = {
  da: {
    title: 'Fortegnelse over behandling af personoplysninger',
    made: 'Lavet af forløbenes definitioner og myndighedernes kontrakter (databeskyttelsesforordningen art. 30).',
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
    made: 'Made of the definitions of the journeys and the contracts of the authorities (GDPR art. 30).',
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

/** `record [journey]`: the record of processing activities (GDPR art. 30) in Markdown, of one journey or of all. */
export async function recordCommand(line: CommandLine, context: CommandContext): Promise<number> {
  const { journey, version, language, out } = line;
  const catalogue = context.catalogue();
  const folders = await readFolders(context.journeys, journey);
  const records = folders.map(folder => processingRecord(versionOf(folder, version), catalogue));
  const lines = markdown(records, language);
  if (out === undefined) print(context.output, ...lines);
  else await writeFile(out, `${lines.join('\n')}\n`);
  return 0;
}

function markdown(records: readonly ProcessingRecord[], language: Language): readonly string[] {
  const words = WORDS[language];
  return [`# ${words.title}`, '', words.made, ...records.flatMap(record => section(record, language))];
}

function section(record: ProcessingRecord, language: Language): readonly string[] {
  const words = WORDS[language];
  const { id, effective, title, purpose, persons, asked, recipients } = record;
  const listed = (all: readonly { readonly da: string; readonly en: string }[]): string =>
    all.map(each => each[language]).join(', ') || words.nothing;
  return [
    '',
    `## ${title[language]}`,
    '',
    `- ${words.version}: ${id} ${effective}`,
    `- ${words.purpose}: ${purpose[language]}`,
    `- ${words.persons}: ${listed(persons)}`,
    `- ${words.asked}: ${listed(asked)}`,
    `- ${words.retention}: ${retentionIn(record, language)}`,
    '',
    `### ${words.recipients}`,
    '',
    row(words.head),
    row(words.head.map(() => '---')),
    ...recipients.map(({ authorityName, service, purpose: why, categories, ground, gdpr }) =>
      row([
        authorityName[language],
        `${why[language]} (\`${service}\`)`,
        listed(categories),
        ground ? `${ground[language]}; GDPR art. ${gdpr}` : '',
      ]),
    ),
  ];
}

/** A parameter is named: its value depends on the day. */
function retentionIn({ retention }: ProcessingRecord, language: Language): string {
  const words = WORDS[language];
  if (!retention) return words.unlimited;
  const { for: period, source, obliged } = retention;
  const told = words.end(period.startsWith('P') ? periodInWords(period)[language] : `\`${period}\``);
  return `${told} (${[source, ...(obliged ? [words.obliged] : [])].join('; ')})`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(cell => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
}
