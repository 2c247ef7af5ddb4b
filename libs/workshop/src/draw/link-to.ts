import { type SourcePath } from '#journey';
import { type DrawingRequest } from './drawing.js';

/** Source link: the address of a place in the version file, when the picture links to it. */
export function linkTo({ definition, link }: DrawingRequest, at: SourcePath): { href?: string } {
  const { main } = definition.sources;
  return link ? { href: link(main.file, main.positionOf(at, { key: true }).line) } : {};
}
