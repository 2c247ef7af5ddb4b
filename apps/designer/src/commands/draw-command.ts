import { writeFile } from 'node:fs/promises';
import { type DrawingRequest, drawMermaid, drawSvg } from '#workshop';
import { type CommandLine } from '../command-line.js';
import { type CommandContext, print, UsageError } from '../command-context.js';
import { readFolders, versionOf } from '../journey-folders.js';

/** `draw <journey>`: the picture, in a file or on the context. */
export async function drawCommand(line: CommandLine, context: CommandContext): Promise<number> {
  const [folder] = await readFolders(context.journeys, line.journey);
  if (!folder) throw new UsageError('Say which journey to draw.');
  const definition = versionOf(folder, line.version);
  const request: DrawingRequest = { definition, catalogue: context.catalogue(), language: line.language };
  const format = line.format ?? (line.out?.endsWith('.svg') ? 'svg' : 'mermaid');
  const picture = format === 'svg' ? await drawSvg(request) : drawMermaid(request);
  if (line.out === undefined) {
    context.output.write(picture);
    return 0;
  }
  try {
    await writeFile(line.out, picture);
  } catch (error) {
    throw new UsageError(
      `${line.out} cannot be written: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
  print(context.output, `${folder.id} (${definition.effective}) is drawn in ${line.out}.`);
  return 0;
}
