import { type SourcePath } from '#journey';
import { type DrawingRequest } from './drawing.js';

/** Source link: the address of where something was written, in the version file or in a part, when the picture links to it. */
export function linkTo({ definition, link }: DrawingRequest, at: SourcePath): { href?: string } {
  if (!link) return {};
  const { source, path } = definition.expansion.origins.of(at);
  return { href: link(source.file, source.positionOf(path, { key: true }).line) };
}
