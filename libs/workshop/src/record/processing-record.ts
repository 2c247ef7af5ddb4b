import {
  DATA_CATEGORIES,
  type Definition,
  everyState,
  type RetentionDefinition,
  roleInRecord,
  type ServiceCatalogue,
  type ServiceContract,
  type Words,
} from '#journey';
import { appliedSchemas, isObject } from '#schema';

/** One purpose for which somebody is given data. */
export interface RecordedRecipient {
  readonly service: string;
  readonly purpose: Words;
  readonly authority: string;
  readonly authorityName: Words;
  readonly tier: ServiceContract['tier'];
  /** Sorted by their codes. */
  readonly categories: readonly Words[];
  /** Absent: nothing personal may be sent. */
  readonly ground?: Words;
  /** Article of the GDPR. */
  readonly gdpr?: string;
}

/** *Record of processing activities* (GDPR art. 30) of one journey. */
export interface ProcessingRecord {
  readonly id: string;
  readonly effective: string;
  readonly title: Words;
  readonly purpose: Words;
  /** Whose data: the roles, as they are called by those who have no part in the journey; each once. */
  readonly persons: readonly Words[];
  /** What is asked of people, by kind; sorted by their codes. */
  readonly asked: readonly Words[];
  /** In the order in which the journey comes to them, each service once. */
  readonly recipients: readonly RecordedRecipient[];
  /** Absent: kept without a limit of time. */
  readonly retention?: RetentionDefinition;
}

/** Made of the definition and the contracts alone: what is not written there cannot be given to anybody. */
export function processingRecord(definition: Definition, catalogue: ServiceCatalogue): ProcessingRecord {
  const { id, effective, title, retention } = definition;
  return {
    id,
    effective,
    title,
    purpose: purposeOf(title),
    persons: personsOf(definition),
    asked: named(askedOf(definition)),
    recipients: recipientsOf(definition, catalogue),
    ...(retention && { retention }),
  };
}

/** Written here: what a journey says of itself, it says to whoever begins it. */
function purposeOf(title: Words): Words {
  return {
    da: `At gennemføre forløbet ”${title.da}”: at indhente de oplysninger, det kræver, videregive dem til de myndigheder, der skal bruge dem, og følge op på det, myndighederne svarer og afgør.`,
    en: `To carry out the journey “${title.en}”: to collect the data that it requires, to disclose it to the authorities that need it, and to follow up on what the authorities answer and decide.`,
  };
}

function personsOf(definition: Definition): readonly Words[] {
  const called = Object.keys(definition.roles).map(role => ({
    da: roleInRecord(definition, role, 'da'),
    en: roleInRecord(definition, role, 'en'),
  }));
  return called.filter(({ da }, index) => called.findIndex(each => each.da === da) === index);
}

function askedOf({ forms }: Definition): readonly string[] {
  return Object.values(forms)
    .flatMap(form => appliedSchemas(form))
    .flatMap(({ schema }) => {
      const category = schema['x-category'];
      return typeof category === 'string' ? [category] : [];
    });
}

function recipientsOf(definition: Definition, catalogue: ServiceCatalogue): readonly RecordedRecipient[] {
  const sent = new Map<string, Set<string>>();
  for (const { invokes } of everyState(definition.machine)) {
    for (const { src, input } of invokes) {
      const contract = catalogue.service(src);
      if (!contract) continue;
      add(sent, src, categoriesIn(contract, isObject(input) ? Object.keys(input) : []));
      // Undoing it tells the same authority again.
      const undoing =
        contract.compensation === undefined ? undefined : catalogue.service(contract.compensation);
      if (undoing) add(sent, undoing.id, Object.values(undoing.categories));
    }
  }
  return [...sent].map(([service, categories]) =>
    recipient(catalogue.service(service)!, categories, catalogue),
  );
}

function recipient(
  { id, name, authority, tier, ground }: ServiceContract,
  categories: ReadonlySet<string>,
  catalogue: ServiceCatalogue,
): RecordedRecipient {
  return {
    service: id,
    purpose: name,
    authority,
    authorityName: catalogue.authority(authority)?.name ?? { da: authority, en: authority },
    tier,
    categories: named([...categories]),
    ...(ground && { ground: { da: ground.da, en: ground.en }, gdpr: ground.gdpr }),
  };
}

function categoriesIn({ categories }: ServiceContract, fields: readonly string[]): readonly string[] {
  return fields.flatMap(field => categories[field] ?? []);
}

function add(sent: Map<string, Set<string>>, service: string, categories: readonly string[]): void {
  const known = sent.get(service) ?? new Set();
  sent.set(service, known);
  for (const category of categories) known.add(category);
}

function named(categories: readonly string[]): readonly Words[] {
  const known = DATA_CATEGORIES as Readonly<Record<string, Words>>;
  return [...new Set(categories)].sort().map(category => known[category] ?? { da: category, en: category });
}
