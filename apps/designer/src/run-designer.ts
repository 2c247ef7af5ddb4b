import { resolve } from 'node:path';
import { DefinitionError } from '#journey';
import { type CommandLine, readCommandLine } from './command-line.js';
import { type CommandName } from './commands.js';
import { catalogueCommand } from './commands/catalogue-command.js';
import { checkCommand } from './commands/check-command.js';
import { coverageCommand } from './commands/coverage-command.js';
import { diffCommand } from './commands/diff-command.js';
import { drawCommand } from './commands/draw-command.js';
import { newCommand } from './commands/new-command.js';
import { playCommand } from './commands/play-command.js';
import { recordCommand } from './commands/record-command.js';
import { scoreCommand } from './commands/score-command.js';
import { type CommandContext, print, UsageError } from './command-context.js';
import { HELP } from './help.js';
import { lspCommand } from './lsp/lsp-command.js';

type Command = (line: CommandLine, context: CommandContext) => Promise<number>;

const COMMAND: Readonly<Record<CommandName, Command>> = {
  catalogue: catalogueCommand,
  check: checkCommand,
  new: newCommand,
  play: playCommand,
  diff: diffCommand,
  draw: drawCommand,
  coverage: coverageCommand,
  score: scoreCommand,
  record: recordCommand,
  lsp: lspCommand,
};

/** Runs one command. Gives the exit code: 0 all is well, 1 something is wrong with a journey, 2 wrongly asked. */
export async function runDesigner(args: readonly string[], context: CommandContext): Promise<number> {
  try {
    const line = readCommandLine(args);
    if (!line) {
      print(context.output, HELP);
      return args.length === 0 ? 2 : 0;
    }
    const journeys = line.journeys === undefined ? context.journeys : resolve(line.journeys);
    return await COMMAND[line.command](line, { ...context, journeys });
  } catch (error) {
    if (error instanceof UsageError) {
      print(context.errors, error.message, 'npm run journey -- help says what there is.');
      return 2;
    }
    if (error instanceof DefinitionError) {
      print(context.errors, error.message, `npm run journey -- check ${error.definition} says more.`);
      return 1;
    }
    throw error;
  }
}
