import { parseArgs } from 'node:util';
import { type Language, LANGUAGES } from '#journey';
import { UsageError } from './command-context.js';

export const COMMANDS = ['check', 'play', 'draw', 'coverage', 'lsp'] as const;
export type CommandName = (typeof COMMANDS)[number];

/** What the designer asked for. */
export interface CommandLine {
  readonly command: CommandName;
  readonly journey?: string;
  readonly scenario?: string;
  readonly language: Language;
  readonly format?: 'svg' | 'mermaid';
  readonly out?: string;
  readonly min?: number;
  readonly start?: string;
  readonly version?: string;
  readonly applicant: string;
  readonly journeys?: string;
}

/**
 * Reads the arguments; undefined when help was asked for.
 *
 * @throws UsageError naming the argument that is wrong
 */
export function readCommandLine(args: readonly string[]): CommandLine | undefined {
  const { values, positionals } = parse(args);
  const [name, journey, scenario, ...rest] = positionals;
  if (values.help || name === undefined || name === 'help') return undefined;
  const command = COMMANDS.find(known => known === name);
  if (!command) throw new UsageError(`There is no command ${name}; there are ${COMMANDS.join(', ')}.`);
  const tooMany = command === 'play' ? rest[0] : scenario;
  if (tooMany !== undefined) throw new UsageError(`${command} does not know what to do with ${tooMany}.`);
  if (journey === undefined && (command === 'play' || command === 'draw')) {
    throw new UsageError(`Say which journey to ${command}: npm run journey -- ${command} moving`);
  }
  if (values.svg && values.mermaid) throw new UsageError('A drawing is either --svg or --mermaid.');
  const language = LANGUAGES.find(known => known === values.lang);
  if (!language) throw new UsageError(`--lang is ${LANGUAGES.join(' or ')}, not ${values.lang}.`);
  const format = values.svg ? 'svg' : values.mermaid ? 'mermaid' : undefined;
  return {
    command,
    language,
    applicant: values.as,
    ...(journey !== undefined && { journey }),
    ...(scenario !== undefined && { scenario }),
    ...(format && { format }),
    ...(values.out !== undefined && { out: values.out }),
    ...(values.min !== undefined && { min: percent(values.min) }),
    ...(values.start !== undefined && { start: values.start }),
    ...(values.version !== undefined && { version: values.version }),
    ...(values.journeys !== undefined && { journeys: values.journeys }),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        lang: { type: 'string', default: 'en' },
        svg: { type: 'boolean', default: false },
        mermaid: { type: 'boolean', default: false },
        out: { type: 'string' },
        min: { type: 'string' },
        start: { type: 'string' },
        version: { type: 'string' },
        as: { type: 'string', default: 'anna' },
        journeys: { type: 'string' },
        // What editors give a language server; it has no use for them.
        stdio: { type: 'boolean' },
        clientProcessId: { type: 'string' },
      },
    });
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
