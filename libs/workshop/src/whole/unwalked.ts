import { type Diagnostic, everyState } from '#journey';
import { type Coverage } from '../play/coverage.js';

/** Coverage gaps as warnings: each state with ways out that no scenario walks. */
export function unwalked({ definition, transitions, states }: Coverage): Diagnostic[] {
  // A version that no scenario plays is told once, by a rule.
  if (states.missed.length === states.all.length) return [];
  return everyState(definition.machine).flatMap(({ path, at }) => {
    const ways = transitions.missed
      .filter(({ source }) => source === path)
      .map(({ id }) => id.slice(path.length).trim());
    if (ways.length === 0) return [];
    const message = `No scenario walks ${listed(ways)}, out of ${path || 'the journey as a whole'}.`;
    const { source, path: written } = definition.expansion.origins.of(at);
    return [
      {
        code: 'not-walked',
        severity: 'warning',
        file: source.file,
        ...source.positionOf(written, { key: true }),
        message,
        remedy: 'Add a scenario that does, or take the way out.',
      },
    ];
  });
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${last}` : last;
}
