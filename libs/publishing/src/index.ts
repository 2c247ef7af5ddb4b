export { JourneyChecks } from './journey-checks.js';
export { definitionCompiler } from './definition-compiler.js';
export { type Published, publishJourney, publishJourneys } from './publish-journeys.js';
export { PublishingModule, type PublishingModuleOptions } from './publishing.module.js';
export { type Appraisal, type WalkedShare } from './study/appraisal.js';
export { type JourneyPicture } from './study/journey-picture.js';
export { type Appraised, JourneyStudies } from './study/journey-studies.js';
export { storedDefinition } from './stored-definition.js';
