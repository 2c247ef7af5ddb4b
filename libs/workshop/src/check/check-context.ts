import {
  type Definition,
  environmentOf,
  type ExpressionEnvironment,
  type GivenValues,
  givenValues,
  type Remembering,
  rememberings,
  type ServiceCatalogue,
} from '#journey';
import { DefinitionTree } from './definition-tree.js';
import { type LocatedFault, expressionFaults } from './expression-faults.js';
import { type ExpressionUse, expressionUses } from './expression-uses.js';
import { RememberedFlow } from './flow/remembered-flow.js';
import { offerPresence } from './offer-presence.js';
import { type PresenceFault, presenceFaults } from './presence-faults.js';
import { type CheckedScenario } from './scenarios/checked-scenario.js';
import { type WrittenText, writtenTexts } from './texts/written-texts.js';

/** Rule context: a definition with the analyses that several rules ask for, each made once. */
export class CheckContext extends DefinitionTree {
  readonly environment: ExpressionEnvironment;
  readonly rememberings: readonly Remembering[];
  readonly uses: readonly ExpressionUse[];
  readonly expressionFaults: readonly LocatedFault[];
  #flow: RememberedFlow | undefined;
  #texts: readonly WrittenText[] | undefined;
  #given: GivenValues | undefined;
  #presenceFaults: readonly PresenceFault[] | undefined;

  constructor(
    definition: Definition,
    readonly catalogue: ServiceCatalogue,
    /** Those that play on this version. */
    readonly scenarios: readonly CheckedScenario[] = [],
  ) {
    super(definition);
    this.environment = environmentOf(definition, catalogue);
    this.rememberings = rememberings(definition, catalogue);
    this.uses = expressionUses(this, this.environment, catalogue);
    this.expressionFaults = expressionFaults(this.uses, definition.sources.parameters);
  }

  /** Data-flow analysis: what may and what must have been remembered, state by state. */
  get flow(): RememberedFlow {
    this.#flow ??= new RememberedFlow(this, this.catalogue, this.environment);
    return this.#flow;
  }

  /** Every text in use, where it was written. */
  get texts(): readonly WrittenText[] {
    this.#texts ??= writtenTexts(this.definition);
    return this.#texts;
  }

  /** What each text is given for its placeholders. */
  get given(): GivenValues {
    this.#given ??= givenValues(this.definition);
    return this.#given;
  }

  /** Reads of what is not there. */
  get presenceFaults(): readonly PresenceFault[] {
    this.#presenceFaults ??= [...presenceFaults(this, this.flow, this.environment), ...offerPresence(this)];
    return this.#presenceFaults;
  }
}
