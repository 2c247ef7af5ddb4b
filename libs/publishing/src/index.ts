export { CheckTooLong } from './check-too-long.js';
export { JourneyChecks } from './journey-checks.js';
export { definitionCompiler } from './definition-compiler.js';
export { type Published, publishJourney, publishJourneys } from './publish-journeys.js';
export { PublishingModule, type PublishingModuleOptions } from './publishing.module.js';
export { storedDefinition } from './stored-definition.js';
