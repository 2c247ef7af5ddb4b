import { parseArgs } from 'node:util';
import { type Language, LANGUAGES } from '#journey';
import { UsageError } from './command-context.js';
import { type CommandName, COMMANDS, isCommand, type OptionName } from './commands.js';

/** What the designer asked for. */
export interface CommandLine {
  readonly command: CommandName;
  /** The first word after the command: a journey's id, or what `catalogue` is asked about. */
  readonly journey?: string;
  /** The words after that: a scenario, the state that is drawn alone, or the two versions that are compared. */
  readonly more: readonly string[];
  /** The scenario that a picture shows. */
  readonly scenario?: string;
  readonly all: boolean;
  readonly link?: string;
  readonly language: Language;
  readonly format?: 'svg' | 'mermaid';
  readonly out?: string;
  readonly min?: number;
  readonly start?: string;
  readonly version?: string;
  readonly applicant: string;
  readonly journeys?: string;
  readonly fix: boolean;
  /** The day a new version takes effect. */
  readonly from?: string;
  /** The journey whose names `catalogue` lists, and the state they are asked for. */
  readonly of?: string;
  readonly at?: string;
  /** The code of the municipality that is played in. */
  readonly place?: string;
  /** The two versions whose difference is drawn. */
  readonly versions?: readonly [before: string, after: string];
}

const OPTIONS = {
  help: { type: 'boolean', short: 'h', default: false },
  journeys: { type: 'string' },
  lang: { type: 'string', default: 'en' },
  svg: { type: 'boolean', default: false },
  mermaid: { type: 'boolean', default: false },
  out: { type: 'string' },
  scenario: { type: 'string' },
  all: { type: 'boolean', default: false },
  link: { type: 'string' },
  min: { type: 'string' },
  start: { type: 'string' },
  version: { type: 'string' },
  as: { type: 'string', default: 'anna' },
  fix: { type: 'boolean', default: false },
  from: { type: 'string' },
  journey: { type: 'string' },
  at: { type: 'string' },
  place: { type: 'string' },
  versions: { type: 'string' },
  stdio: { type: 'boolean' },
  clientProcessId: { type: 'string' },
} as const;

/**
 * Command-line parsing; undefined when help was asked for.
 *
 * @throws UsageError naming the argument that is wrong
 */
export function readCommandLine(args: readonly string[]): CommandLine | undefined {
  const { values, positionals, tokens } = parse(args);
  const [name, ...words] = positionals;
  if (values.help || name === undefined || name === 'help') return undefined;
  if (!isCommand(name)) {
    throw new UsageError(`There is no command ${name}; there are ${Object.keys(COMMANDS).join(', ')}.`);
  }
  const { least, most, options, example } = COMMANDS[name];
  const tooMany = words[most];
  if (tooMany !== undefined) throw new UsageError(`${name} does not know what to do with ${tooMany}.`);
  if (words.length < least) throw new UsageError(`${example.say}: npm run journey -- ${example.write}`);
  const foreign = tokens.find(
    token => token.kind === 'option' && ![...options, 'journeys'].includes(token.name as OptionName),
  );
  if (foreign?.kind === 'option') {
    const known = options.map(option => `--${option}`).join(', ');
    throw new UsageError(`${name} takes no ${foreign.rawName}; it takes ${known || 'no option'}.`);
  }
  if (values.svg && values.mermaid) throw new UsageError('A drawing is either --svg or --mermaid.');
  const language = LANGUAGES.find(known => known === values.lang);
  if (!language) throw new UsageError(`--lang is ${LANGUAGES.join(' or ')}, not ${values.lang}.`);
  const format = values.svg ? 'svg' : values.mermaid ? 'mermaid' : undefined;
  const [journey, ...more] = words;
  const { as, fix, out, min, start, version, journeys, from, at, place } = values;
  return {
    command: name,
    language,
    applicant: as,
    fix,
    more,
    ...(journey !== undefined && { journey }),
    all: values.all,
    ...(values.scenario !== undefined && { scenario: values.scenario }),
    ...(values.link !== undefined && { link: values.link }),
    ...(format && { format }),
    ...(out !== undefined && { out }),
    ...(min !== undefined && { min: percent(min) }),
    ...(start !== undefined && { start }),
    ...(version !== undefined && { version }),
    ...(journeys !== undefined && { journeys }),
    ...(from !== undefined && { from }),
    ...(values.journey !== undefined && { of: values.journey }),
    ...(at !== undefined && { at }),
    ...(place !== undefined && { place }),
    ...(values.versions !== undefined && { versions: twoVersions(values.versions) }),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, tokens: true, options: OPTIONS });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function percent(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > 100)
    throw new UsageError(`--min is a number from 0 to 100, not ${text}.`);
  return value;
}

function twoVersions(text: string): readonly [string, string] {
  const [before = '', after = '', ...more] = text.split('..');
  if (before !== '' && after !== '' && more.length === 0) return [before, after];
  throw new UsageError(`--versions is two dates such as 2025-01-01..2027-01-01, not ${text}.`);
}
