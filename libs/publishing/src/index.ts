export { CheckTooLong } from './check-too-long.js';
export { JourneyChecks } from './journey-checks.js';
export { PublishingModule, type PublishingModuleOptions } from './publishing.module.js';
export { definitionCompiler, type Published, publishJourney, publishJourneys } from './publish-journeys.js';
