import { Console } from 'node:console';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { type CommandLine } from '../command-line.js';
import { type CommandContext } from '../command-context.js';
import { serveLanguage } from './serve-language.js';

/**
 * `lsp`: the journey language for editors, over standard input and output, until the editor ends it; then the process
 * ends with 0, or with 1 when the editor did not say goodbye.
 */
export function lspCommand(_: CommandLine, context: CommandContext): Promise<number> {
  // Standard output belongs to the protocol alone.
  globalThis.console = new Console(context.errors);
  const connection = createConnection(ProposedFeatures.all, context.input, context.output);
  serveLanguage(connection, context.journeys, context.catalogue);
  connection.listen();
  return new Promise(() => undefined);
}
