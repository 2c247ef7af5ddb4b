import { type ServiceCatalogue } from '../catalogue.js';
import { type Definition } from '../definition.js';
import { type Expression } from '../expression/expression.js';
import { type ExpressionEnvironment } from '../expression/expression-environment.js';
import { type CompiledForm } from '../form/compiled-form.js';
import { type StateDefinition } from '../state-definition.js';
import { type DifferentPersons } from '../step/different-persons.js';
import { type CompiledMachine } from './compile-machine.js';
import { type CompiledOffer } from './compiled-offer.js';
import { type CompiledTask } from './compiled-task.js';

/** What `compileJourney` hands over. */
export interface JourneyParts {
  readonly definition: Definition;
  readonly catalogue: ServiceCatalogue;
  readonly environment: ExpressionEnvironment;
  readonly machine: CompiledMachine;
  readonly states: ReadonlyMap<string, StateDefinition>;
  readonly tasks: ReadonlyMap<string, CompiledTask>;
  readonly offers: readonly CompiledOffer[];
  readonly different: DifferentPersons;
  readonly forms: ReadonlyMap<string, CompiledForm>;
  /** The condition of the journey's cancellation. */
  readonly cancellable?: Expression;
}
