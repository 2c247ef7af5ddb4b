import { CompiledForm } from '../form/compiled-form.js';
import { type SoundDefinition } from '../sound-definition.js';
import { everyState } from '../state-index.js';
import { DifferentPersons } from '../step/different-persons.js';
import { MachineCompiler } from './compile-machine.js';
import { compileOffer } from './compiled-offer.js';
import { compileTaskDescription } from './compiled-task.js';
import { CompiledJourney } from './compiled-journey.js';

export interface CompileOptions {
  /** Steps say which transitions they took; costs a little. */
  readonly trace?: boolean;
}

/** Makes a definition ready to run. Cannot fail: what a definition must have for that, its check has found. */
export function compileJourney(
  sound: SoundDefinition,
  { trace = false }: CompileOptions = {},
): CompiledJourney {
  const { definition, catalogue, environment } = sound;
  const { cancellation, conditions, forms, machine } = definition;
  const states = everyState(machine);
  const cancellable = conditions[cancellation?.when ?? ''];
  return new CompiledJourney({
    definition,
    catalogue,
    environment,
    machine: new MachineCompiler(sound, trace).compile(),
    states: new Map(states.map(state => [state.path, state])),
    tasks: new Map(
      states.flatMap(state =>
        state.task ? [[state.path, compileTaskDescription(sound, state, state.task)]] : [],
      ),
    ),
    offers: Object.entries(definition.offers).map(([name, offer]) => compileOffer(name, offer, sound)),
    different: new DifferentPersons(definition),
    forms: new Map(Object.entries(forms).map(([name, form]) => [name, new CompiledForm(form, environment)])),
    ...(cancellable && { cancellable: environment.expression(cancellable.when) }),
  });
}
