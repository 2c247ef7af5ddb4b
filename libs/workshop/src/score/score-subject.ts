import {
  type AuthorityDescription,
  type Definition,
  type InvokeDefinition,
  LANGUAGES,
  type ServiceCatalogue,
  type ServiceContract,
  type StateDefinition,
  type TaskDefinition,
} from '#journey';
import { type JsonSchema, isObject, propertiesOf } from '#schema';
import { CheckContext } from '../check/check-context.js';
import { type Rule } from '../check/rule.js';

/** A field that a participant is asked for. */
interface AskedField {
  /** `<form>.<field>` */
  readonly name: string;
  readonly schema: JsonSchema;
  /** Every task that asks for it fills it in beforehand, or offers what may be chosen. */
  readonly reused: boolean;
}

/** *Facade* over what the score asks of a definition, its contracts and its texts. */
export class ScoreSubject {
  readonly context: CheckContext;
  readonly definition: Definition;
  readonly catalogue: ServiceCatalogue;
  readonly tasks: readonly { readonly state: StateDefinition; readonly task: TaskDefinition }[];
  /** What the journey asks of authorities, where it asks it. */
  readonly requests: readonly {
    readonly state: StateDefinition;
    readonly invoke: InvokeDefinition;
    readonly contract: ServiceContract;
  }[];
  /** Each service once. */
  readonly services: readonly ServiceContract[];
  readonly authorities: readonly AuthorityDescription[];
  readonly fields: readonly AskedField[];

  constructor(definition: Definition, catalogue: ServiceCatalogue) {
    this.context = new CheckContext(definition, catalogue);
    this.definition = definition;
    this.catalogue = catalogue;
    const { states } = this.context;
    this.tasks = states.flatMap(state => (state.task ? [{ state, task: state.task }] : []));
    this.requests = states.flatMap(state =>
      state.invokes.flatMap(invoke => {
        const contract = catalogue.service(invoke.src);
        return contract ? [{ state, invoke, contract }] : [];
      }),
    );
    this.services = [...new Map(this.requests.map(({ contract }) => [contract.id, contract])).values()];
    const ids = [...new Set(this.services.map(({ authority }) => authority))];
    this.authorities = ids.flatMap(id => catalogue.authority(id) ?? []);
    this.fields = [...new Set(this.tasks.map(({ task }) => task.form))].flatMap(form => this.#askedIn(form));
  }

  /** What a rule of the check finds: the places, as the files name them. */
  found(rule: Rule): string[] {
    return Array.from(rule.find(this.context), ({ place }) => place.path.map(String).join('.'));
  }

  /** The languages in which something is not said. */
  unsaid(said: (texts: Definition['texts']['da']) => string | undefined): string[] {
    return LANGUAGES.filter(language => (said(this.definition.texts[language]) ?? '').trim() === '');
  }

  #askedIn(form: string): AskedField[] {
    const schema = this.definition.forms[form] ?? {};
    const uses = this.tasks.filter(({ task }) => task.form === form);
    return Object.entries(propertiesOf(schema)).map(([field, of]) => ({
      name: `${form}.${field}`,
      schema: of,
      reused:
        (isObject(of) && of['readOnly'] === true) ||
        uses.every(({ task }) => field in task.prefill || field in task.choices),
    }));
  }
}
