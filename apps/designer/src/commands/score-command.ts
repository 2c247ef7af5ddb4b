import { type Language } from '#journey';
import { type JourneyScore, type ScoredIndicator, scoreJourney } from '#workshop';
import { columns } from '../columns.js';
import { type CommandLine } from '../command-line.js';
import { type CommandContext, print } from '../command-context.js';
import { readFolders, versionOf } from '../journey-folders.js';

/**
 * `score [journey]`: what a version gets in the eGovernment Benchmark and by the principles of digital-ready legislation; of
 * one journey with every reason, of all as a table.
 */
export async function scoreCommand(
  { journey, version, language }: CommandLine,
  context: CommandContext,
): Promise<number> {
  const catalogue = context.catalogue();
  const folders = await readFolders(context.journeys, journey);
  const scores = folders.map(folder => scoreJourney(versionOf(folder, version), catalogue));
  if (journey === undefined) print(context.output, ...table(scores));
  else print(context.output, ...scores.flatMap(score => details(score, language)));
  return 0;
}

function table(scores: readonly JourneyScore[]): string[] {
  const groups = scores[0]?.groups.filter(({ score }) => score !== undefined) ?? [];
  return columns([
    ['journey', 'version', 'score', ...groups.map(({ id }) => id)],
    ...scores.map(({ id, effective, score, groups: scored }) => [
      id,
      effective,
      String(score),
      ...groups.map(group => String(scored.find(each => each.id === group.id)?.score ?? '')),
    ]),
  ]);
}

function details({ id, effective, score, groups, principles }: JourneyScore, language: Language): string[] {
  return [
    `${id} ${effective}: ${score} %`,
    ...groups.flatMap(group => [
      '',
      `${group.id}  ${group.title[language]}${group.score === undefined ? '' : `: ${group.score} %`}`,
      `    ${group.source}`,
      ...columns(group.indicators.map(indicator => row(indicator, language))),
    ]),
    '',
    principles[0]?.source ?? '',
    ...columns(
      principles.map(principle => [
        `  ${principle.id}`,
        `${principle.part}/${principle.whole}`,
        principle.title[language],
        principle.reason[language],
      ]),
    ),
  ];
}

function row({ id, question, value, reason, open }: ScoredIndicator, language: Language): string[] {
  return [
    `  ${id}`,
    value === undefined ? '-' : String(value),
    question[language],
    (reason ?? open)?.[language] ?? '',
  ];
}
