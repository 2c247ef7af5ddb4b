import { type Diagnostic, everyState, type SourcePath } from '#journey';
import { type Coverage } from '../play/coverage.js';

/** Coverage gaps as warnings: a version that no scenario is played on, or each state with ways out that none walks. */
export function unwalked({ definition, transitions, states }: Coverage): Diagnostic[] {
  const { main } = definition.sources;
  const warning = (code: string, at: SourcePath, message: string, remedy: string): Diagnostic => ({
    code,
    severity: 'warning',
    file: main.file,
    ...main.positionOf(at, { key: true }),
    message,
    remedy,
  });
  if (states.all.length > 0 && states.missed.length === states.all.length) {
    const message = `No scenario plays the version of ${definition.effective}.`;
    return [
      warning('no-scenario', ['effective'], message, 'Add scenarios/<name>.yaml that walks through it.'),
    ];
  }
  return everyState(definition.machine).flatMap(({ path, at }) => {
    const ways = transitions.missed
      .filter(({ source }) => source === path)
      .map(({ id }) => id.slice(path.length).trim());
    if (ways.length === 0) return [];
    const message = `No scenario walks ${listed(ways)}, out of ${path || 'the journey as a whole'}.`;
    return [warning('not-walked', at, message, 'Add a scenario that does, or take the way out.')];
  });
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${last}` : last;
}
