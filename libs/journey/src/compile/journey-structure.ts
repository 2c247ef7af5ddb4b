import { type JsonSchema } from '#schema';
import { isAppealTask } from '../appeal-task.js';
import { type ServiceCatalogue } from '../catalogue.js';
import { type Definition } from '../definition.js';
import { type Section, sectionsByState, orderedSections } from '../sections.js';
import { startsIn } from '../starts-in.js';
import { parentPath } from '../state-index.js';
import { type OutcomeKind, type StateDefinition } from '../state-definition.js';
import { type CompiledTask } from './compiled-task.js';
import { enteredFrom } from './entered-from.js';
import { foreseenStates, statesWithoutLoss } from './foreseen-states.js';

/** What the structure of a journey is read from. */
export interface StructureParts {
  readonly definition: Definition;
  readonly catalogue: ServiceCatalogue;
  readonly states: ReadonlyMap<string, StateDefinition>;
  readonly tasks: ReadonlyMap<string, CompiledTask>;
}

/** Static structure of a definition: what it says of its states, tasks, sections and roles, however a journey stands. */
export class JourneyStructure {
  readonly #parts: StructureParts;
  readonly #participating: readonly string[];
  readonly #visibility = new Map<string, readonly string[]>();
  readonly #sectionOf: ReadonlyMap<string, string>;
  readonly #asked = new Map<string, readonly string[]>();
  readonly #withoutLoss: ReadonlySet<string>;
  /** The sections, in the order in which people come to them. */
  readonly sections: readonly Section[];

  constructor(parts: StructureParts) {
    this.#parts = parts;
    const { roles, machine } = parts.definition;
    this.#sectionOf = sectionsByState(machine);
    this.sections = orderedSections(this.#sectionOf, foreseenStates(machine, parts.states), parts.states);
    this.#withoutLoss = statesWithoutLoss(machine, parts.states);
    this.#participating = Object.keys(roles).filter(role => !roles[role]?.passive);
  }

  get definition(): Definition {
    return this.#parts.definition;
  }

  get catalogue(): ServiceCatalogue {
    return this.#parts.catalogue;
  }

  /** The roles that take part, in the order declared; those that are only spoken of do not. */
  get roles(): readonly string[] {
    return this.#participating;
  }

  /** The roles that may see a state: its own `visibleTo`, its nearest ancestor's, or everybody who takes part. */
  visibleTo(path: string): readonly string[] {
    let roles = this.#visibility.get(path);
    if (roles === undefined) {
      roles = this.#visibilityOf(path);
      // Only of states there are: a path may come from elsewhere.
      if (this.#parts.states.has(path)) this.#visibility.set(path, roles);
    }
    return roles;
  }

  /** Whether somebody in any of these roles may see a state. */
  isVisible(path: string, roles: readonly string[]): boolean {
    return this.visibleTo(path).some(role => roles.includes(role));
  }

  /** Key of the section that a state is in. */
  sectionOf(path: string): string | undefined {
    return this.#sectionOf.get(path);
  }

  /** Whether nobody comes to a state without a loss on the way. */
  comesAfterLoss(path: string): boolean {
    return !this.#withoutLoss.has(path);
  }

  /** Whether a state is one of the ends of the state around it. */
  isFinal(path: string): boolean {
    return this.#parts.states.get(path)?.type === 'final';
  }

  /** What reaching a final state means; undefined for one that does not say. */
  outcomeKind(path: string): OutcomeKind | undefined {
    return this.#parts.states.get(path)?.outcome?.is;
  }

  /** Path of the state in which a state with states inside begins; undefined where there is no one such. */
  initialOf(path: string): string | undefined {
    const state = this.#parts.states.get(path);
    return state?.states.find(({ key }) => key === state.initial)?.path;
  }

  /** Ids of the services that may be asked at once when a participant sends an event of a task. */
  askedAfter(task: string, event: string): readonly string[] {
    const key = `${task} ${event}`;
    let asked = this.#asked.get(key);
    if (asked === undefined) {
      asked = sorted(this.#enteredBy(task, event).flatMap(({ invokes }) => invokes.map(({ src }) => src)));
      this.#asked.set(key, asked);
    }
    return asked;
  }

  /** Whether it may come to a loss when a participant sends an event of a task. */
  tellsOfLoss(task: string, event: string): boolean {
    return this.#enteredBy(task, event).some(({ quiet }) => quiet);
  }

  #enteredBy(task: string, event: string): readonly StateDefinition[] {
    const { states } = this.#parts;
    return (states.get(task)?.transitions ?? [])
      .filter(({ trigger }) => trigger.kind === 'event' && trigger.event === event)
      .flatMap(way => enteredFrom(way, states));
  }

  /** Paths of the tasks with which people can appeal what an authority answers in a state, or by a report that the state takes. */
  appealsOf(state: string, report?: string): readonly string[] {
    const kept = (this.#parts.states.get(state)?.transitions ?? []).flatMap(({ trigger, actions }) =>
      (
        report === undefined
          ? trigger.kind === 'answer'
          : trigger.kind === 'report' && trigger.event === report
      )
        ? actions.flatMap(({ type, params }) => (type === 'remember' ? params['as'] : []))
        : [],
    );
    return [...this.#parts.tasks].flatMap(([path, { task }]) =>
      task.appeals !== undefined && kept.includes(task.appeals) ? path : [],
    );
  }

  /** Whether a task is there to appeal a decision: nobody need do it, however much it is offered. */
  isAppeal(task: string): boolean {
    const asked = this.#parts.tasks.get(task)?.task;
    return asked !== undefined && isAppealTask(asked);
  }

  /** Whether several persons may have a role. */
  isMany(role: string): boolean {
    return this.definition.roles[role]?.many === true;
  }

  /** The role whose task a state is; undefined when it is none. */
  taskRole(path: string): string | undefined {
    return this.#parts.tasks.get(path)?.task.role;
  }

  /** The form of a task as it is written, whatever of it is asked now; one that fits anything when there is none. */
  formOf(task: string): JsonSchema {
    return this.definition.forms[this.#parts.tasks.get(task)?.task.form ?? ''] ?? true;
  }

  /** Paths of every state below the root, in the order written. */
  statePaths(): string[] {
    return [...this.#parts.states.keys()].filter(path => path !== '');
  }

  /** Whether the state at this path has a task. */
  isTask(path: string): boolean {
    return this.#parts.tasks.has(path);
  }

  /** Every task, open or not, in the order written. */
  taskPaths(): string[] {
    return [...this.#parts.tasks.keys()];
  }

  /** Ids of every service the definition asks, sorted. */
  services(): string[] {
    return sorted([...this.#parts.states.values()].flatMap(({ invokes }) => invokes.map(({ src }) => src)));
  }

  /** Ids of every journey the definition starts, sorted. */
  startedJourneys(): string[] {
    return sorted(startsIn(this.definition.machine).map(({ params }) => String(params['journey'])));
  }

  /** Ids of every register event the definition listens to, sorted. */
  registerEvents(): string[] {
    return sorted(
      [...this.#parts.states.values()].flatMap(({ transitions }) =>
        transitions.flatMap(({ trigger }) => (trigger.kind === 'report' ? trigger.event : [])),
      ),
    );
  }

  #visibilityOf(path: string): readonly string[] {
    for (let at: string | undefined = path; at !== undefined; at = parentPath(at)) {
      const own = this.#parts.states.get(at)?.visibleTo;
      if (own) return own;
    }
    return this.#participating;
  }
}

function sorted(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort();
}
