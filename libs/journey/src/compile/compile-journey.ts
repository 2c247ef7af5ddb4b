import { type ServiceCatalogue } from '../catalogue.js';
import { DefinitionError } from '../definition-error.js';
import { type Definition } from '../definition.js';
import { environmentOf } from '../expression/environment-of.js';
import { type Expression } from '../expression/expression.js';
import { type ExpressionEnvironment } from '../expression/expression-environment.js';
import { FormValidator } from '../form/form-validator.js';
import { everyState } from '../state-index.js';
import { decisionExpression, MachineCompiler } from './compile-machine.js';
import { type CompiledTask, compileTaskDescription } from './compiled-task.js';
import { CompiledJourney } from './compiled-journey.js';
import { Faults } from './faults.js';

export interface CompileOptions {
  /** Steps say which transitions they took; costs a little. */
  readonly trace?: boolean;
}

/**
 * Makes a definition ready to run.
 *
 * @throws DefinitionError when something it names does not exist or an expression is no expression. The check says
 *   more and says it better: what passes it compiles.
 */
export function compileJourney(
  definition: Definition,
  catalogue: ServiceCatalogue,
  { trace = false }: CompileOptions = {},
): CompiledJourney {
  const faults = new Faults(definition);
  const environment = environmentOf(definition, catalogue);
  const states = everyState(definition.machine);
  const tasks = new Map<string, CompiledTask>();
  for (const state of states) {
    if (!state.task) continue;
    tasks.set(state.path, compileTaskDescription(definition, state, state.task, environment, faults));
  }
  const cancellable = cancellationExpression(definition, environment, faults);
  const compiler = new MachineCompiler(definition, catalogue, environment, faults, trace);
  const config = compiler.compile();
  if (faults.diagnostics.length > 0) throw new DefinitionError(definition.id, faults.diagnostics);
  return new CompiledJourney({
    definition,
    catalogue,
    environment,
    machine: config.build(),
    states: new Map(states.map(state => [state.path, state])),
    tasks,
    forms: new Map(Object.entries(definition.forms).map(([name, form]) => [name, new FormValidator(form)])),
    ...(cancellable && { cancellable }),
  });
}

function cancellationExpression(
  { cancellation, decisions }: Definition,
  environment: ExpressionEnvironment,
  faults: Faults,
): Expression | undefined {
  const name = cancellation?.when;
  if (name === undefined) return undefined;
  const decision = decisions[name];
  if (decision) return decisionExpression(name, decision.when, environment, faults);
  faults.add(['cancellation', 'when'], `There is no decision ${name}.`, 'Declare it under decisions.');
  return undefined;
}
