import { type CompiledJourney } from '#journey';
import { openDispatches } from '../decide/compensating.js';
import { type OpenedJourney } from '../opened-journey.js';
import { type OverviewRequest } from '../ports.js';
import { endingSources } from './endings.js';

/** What an overview wants of a journey for these viewers: roles, and persons. */
export function overviewRequest(
  { record, compiled }: Pick<OpenedJourney, 'record' | 'compiled'>,
  viewers: readonly string[],
): OverviewRequest {
  return {
    journey: record.id,
    version: record.version,
    viewers,
    dispatches: openDispatches(record.state),
    telling: tellingSources(compiled),
    ending: endingSources(compiled),
  };
}

/** The services that the journey asks, and the reports that it may hear, which tell the citizen something. */
function tellingSources(compiled: CompiledJourney): readonly string[] {
  const { catalogue } = compiled;
  return [
    ...compiled.services().filter(service => catalogue.service(service)?.tells !== undefined),
    ...compiled.registerEvents().filter(report => catalogue.registerEvent(report)?.tells !== undefined),
  ];
}
