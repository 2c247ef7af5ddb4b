import {
  type Definition,
  everyState,
  type Fee,
  foreseenStates,
  isAppealTask,
  type ServiceCatalogue,
  type ServiceContract,
  type StateDefinition,
} from '#journey';
import {
  type DefinitionDocument,
  type DefinitionListItem,
  type PossibleDisclosure,
} from './definition-document.js';
import { describeDeadlines } from './describe-deadlines.js';
import { type DefinitionWords } from './words.js';

export function listDefinition(definition: Definition, words: DefinitionWords): DefinitionListItem {
  const { id, lifeEvent, effective, estimatedDuration, mandates } = definition;
  return {
    id,
    title: words.title,
    ...(words.summary !== undefined && { summary: words.summary }),
    lifeEvent,
    effective,
    ...(estimatedDuration !== undefined && { estimatedDuration }),
    ...(mandates === 'none' && { ownOnly: true as const }),
  };
}

/** What a citizen should know before starting: who is asked what, who gets which data on which ground, how long it takes. */
export function describeDefinition(
  definition: Definition,
  fees: readonly Fee[],
  catalogue: ServiceCatalogue,
  words: DefinitionWords,
  today: string,
): DefinitionDocument {
  const states = everyState(definition.machine);
  const quiet = states.flatMap(state => (state.quiet ? [state.path] : []));
  const foreseen = foreseenStates(definition.machine, new Map(states.map(state => [state.path, state])));
  // Whoever expects a child does not read of its farewell; whoever has lost somebody reads what is asked of them, quiet as it is.
  const isSpared = (path: string): boolean =>
    !foreseen.has(path) && quiet.some(around => path === around || path.startsWith(`${around}.`));
  return {
    ...listDefinition(definition, words),
    hash: definition.hash,
    roles: Object.entries(definition.roles).map(([role, { optional, many, passive }]) => ({
      role,
      name: words.roleInText(role),
      optional,
      many,
      subject: passive,
    })),
    tasks: states.flatMap(({ path, task }) =>
      // A door that stands open is nothing that anybody is asked, nor is a right to appeal.
      task && task.kind !== 'standing' && !isAppealTask(task) && !isSpared(path)
        ? [
            {
              task: path,
              ...words.task(path),
              role: task.role,
              ...(task.due !== undefined && { due: task.due }),
            },
          ]
        : [],
    ),
    disclosures: states.flatMap(state =>
      isSpared(state.path) ? [] : disclosuresOf(state, catalogue, words),
    ),
    fees: fees.map(({ amount, text, to }) => ({
      amount,
      currency: 'DKK',
      ...words.fee(text),
      authority: to,
      authorityName: words.authority(to),
    })),
    deadlines: describeDeadlines(definition, words.language, today),
    cancellable: definition.cancellation !== undefined,
    ...(words.cancellation !== undefined && { cancellation: words.cancellation }),
  };
}

function disclosuresOf(
  state: StateDefinition,
  catalogue: ServiceCatalogue,
  words: DefinitionWords,
): readonly PossibleDisclosure[] {
  return state.invokes.flatMap(({ src, input }) => {
    const contract = catalogue.service(src);
    if (!contract) return [];
    const { authority, tier, maximumTime, irreversible, ground, compensation } = contract;
    const reason = words.of(irreversible);
    return [
      {
        step: state.path,
        service: src,
        text: words.service(src),
        authority,
        authorityName: words.authority(authority),
        tier,
        categories: categoriesOf(contract, input),
        ...(ground && { ground: ground[words.language], gdpr: ground.gdpr }),
        ...(maximumTime !== undefined && { maximumTime }),
        undoable: compensation !== undefined,
        ...(reason !== undefined && { irreversible: reason }),
      },
    ];
  });
}

function categoriesOf({ categories }: ServiceContract, input: unknown): readonly string[] {
  if (typeof input !== 'object' || input === null) return [];
  const sent = Object.keys(input).flatMap(field => categories[field] ?? []);
  return [...new Set(sent)].sort();
}
