import { type Definition, type Diagnostic, type SourcePath, startsIn } from '#journey';

/**
 * Feature gate: a definition that asks for what no process carries out yet is sound, can be played, and is not published.
 * Otherwise a journey would wait for another that nobody has begun.
 */
export function notRunYet(definition: Definition): Diagnostic[] {
  const { machine, offers, expansion } = definition;
  const told = (path: SourcePath, message: string): Diagnostic => {
    const { source, path: written } = expansion.origins.of(path);
    return {
      code: 'not-run-yet',
      severity: 'error',
      file: source.file,
      ...source.positionOf(written, { key: true }),
      message,
      remedy: 'Play it with npm run journey -- play, and publish a version without it until then.',
    };
  };
  return [
    ...startsIn(machine).map(({ at, params }) =>
      told(
        at,
        `The journey ${String(params['journey'])} is started here, and journeys do not start each other yet.`,
      ),
    ),
    ...Object.keys(offers).map(name =>
      told(['offers', name], 'The journey is offered on a report, and offers are not made yet.'),
    ),
  ];
}
