import { writeFile } from 'node:fs/promises';
import { processingRecord, recordInMarkdown } from '#workshop';
import { type CommandLine } from '../command-line.js';
import { type CommandContext, print } from '../command-context.js';
import { readFolders, versionOf } from '../journey-folders.js';

/** `record [journey]`: the record of processing activities (GDPR art. 30) in Markdown, of one journey or of all. */
export async function recordCommand(line: CommandLine, context: CommandContext): Promise<number> {
  const { journey, version, language, out } = line;
  const catalogue = context.catalogue();
  const folders = await readFolders(context.journeys, journey);
  const records = folders.map(folder => processingRecord(versionOf(folder, version), catalogue));
  const lines = recordInMarkdown(records, language);
  if (out === undefined) print(context.output, ...lines);
  else await writeFile(out, `${lines.join('\n')}\n`);
  return 0;
}
