import {
  describeType,
  didYouMean,
  knownJourneys,
  type Language,
  nameAlone,
  type ServiceCatalogue,
  takenType,
  type Words,
} from '#journey';
import {
  CheckContext,
  type ContractField,
  functionsInReach,
  groundInWords,
  type NameInReach,
  type NameKind,
  namesInReach,
  type OfferedService,
  type OfferOfAuthority,
  servicesOf,
} from '#workshop';
import { type CommandLine } from '../command-line.js';
import { type CommandContext, print, UsageError } from '../command-context.js';
import { catalogueWithJourneys, readFolders, versionOf } from '../journey-folders.js';
import { columns } from '../columns.js';

/**
 * `catalogue [authority or service]`: what a journey can be written with. Without a word: every authority, and the
 * functions of expressions. With `--journey` and `--at`: the names in reach at a state.
 */
export async function catalogueCommand(line: CommandLine, context: CommandContext): Promise<number> {
  if (line.of !== undefined || line.at !== undefined) return listNames(line, context);
  const catalogue = await catalogueWithJourneys(context);
  const offers = servicesOf(catalogue);
  if (line.journey === undefined) {
    const { language } = line;
    print(
      context.output,
      ...offers.flatMap(offer => overview(offer, language)),
      ...journeyList(catalogue, language),
      ...functionList(),
    );
    return 0;
  }
  print(context.output, ...details(offers, line.journey, line.language));
  return 0;
}

async function listNames(line: CommandLine, context: CommandContext): Promise<number> {
  const { of: id, at: state = '' } = line;
  if (id === undefined) throw new UsageError('Say of which journey the state is, with --journey moving.');
  const [folder] = await readFolders(context.journeys, id);
  if (!folder) throw new UsageError(`There is no journey ${id}.`);
  const checked = new CheckContext(versionOf(folder, line.version), context.catalogue());
  const known = checked.states.map(({ path }) => path);
  const ends = known.filter(path => path === state || path.endsWith(`.${state}`));
  const path = ends.includes(state) ? state : ends.length === 1 ? ends[0] : undefined;
  if (path === undefined) {
    const near = ends.length > 0 ? ends : known.filter(each => each !== '' && !each.includes('.'));
    throw new UsageError(`${id} has no one state ${state}; there is ${near.join(', ')}.`);
  }
  const names = namesInReach(checked, path);
  if (!names) throw new UsageError(`Nothing leads to ${path}, so that no name is in reach there.`);
  print(
    context.output,
    `Names in reach ${path ? `at ${path}` : 'in the whole journey'}:`,
    ...nameList(names),
  );
  return 0;
}

const HEADS: Readonly<Record<NameKind, string>> = {
  word: 'words of the language',
  role: 'roles',
  fact: 'remembered',
  parameter: 'parameters',
  condition: 'conditions, for guard',
  delay: 'delays, for after and due',
};

function nameList(names: readonly NameInReach[]): string[] {
  return Object.entries(HEADS).flatMap(([kind, head]) => {
    const rows = names
      .filter(name => name.kind === kind)
      .map(({ name, certain, meaning }) => [
        `  ${name}`,
        meaning + (certain ? '' : ` (not on every way: ask has(${name}) first)`),
      ]);
    return rows.length > 0 ? ['', head, ...columns(rows)] : [];
  });
}

function overview({ authority, services, reports }: OfferOfAuthority, language: Language): string[] {
  return [
    `${authority.id}  ${nameAlone(authority.name[language])} (${authority.tier})`,
    ...columns([
      ...services.map(({ id, name }) => [`  ${id}`, name[language]]),
      ...reports.map(({ id, name }) => [`  ${id}`, `reports: ${name[language]}`]),
    ]),
    '',
  ];
}

/** The journeys that one may start, with what each may be given. */
function journeyList(catalogue: ServiceCatalogue, language: Language): string[] {
  const rows = knownJourneys(catalogue).map(({ id, title, takes }) => {
    const taken = takes === undefined ? 'takes nothing' : `takes ${describeType(takenType(takes))}`;
    return [`  ${id}`, `${title[language]}; ${taken}`];
  });
  return ['Journeys, for starts', ...columns(rows), ''];
}

function functionList(): string[] {
  return [
    'Functions of expressions',
    ...columns(functionsInReach().map(({ signature, description }) => [`  ${signature}`, description])),
  ];
}

/** Everything about one service or report, or about all of one authority. */
function details(offers: readonly OfferOfAuthority[], word: string, language: Language): string[] {
  const lines = offers.flatMap(({ authority, services, reports }) => {
    const isMeant = (id: string): boolean => word === authority.id || word === id;
    return [
      ...services
        .filter(({ id }) => isMeant(id))
        .flatMap(service => [...serviceLines(service, language), '']),
      ...reports
        .filter(({ id }) => isMeant(id))
        .flatMap(({ id, name, data }) => [`${id}  ${name[language]}`, ...fieldLines('reports', data), '']),
    ];
  });
  if (lines.length > 0) return lines.slice(0, -1);
  const near = offers.find(({ authority }) => word.startsWith(`${authority.id}.`));
  const known = near
    ? [...near.services, ...near.reports].map(({ id }) => id)
    : offers.map(({ authority }) => authority.id);
  const remedy = didYouMean(
    word,
    known,
    `npm run journey -- catalogue ${near?.authority.id ?? ''}`.trimEnd() + ' lists what there is.',
  );
  throw new UsageError(`No authority and no service is called ${word}. ${remedy}`);
}

function serviceLines(service: OfferedService, language: Language): string[] {
  const { id, name, ground, input, answer, refusals, answers, maximumTime, compensation } = service;
  const undone =
    compensation.kind === 'by'
      ? `by ${compensation.service}`
      : compensation.kind === 'never'
        ? `never: ${compensation.because[language]}`
        : 'nothing to undo: it only reads';
  return [
    `${id}  ${name[language]}`,
    ...fieldLines('input', input),
    ...fieldLines('answer', answer),
    ...wordLines('refusals', refusals, language),
    ...columns([
      [
        '  ground',
        ground
          ? groundInWords({ ground, gdpr: ground.gdpr }, language)
          : 'none: nothing personal may be sent',
      ],
      ['  answers', answers === 'now' ? 'at once' : 'later'],
      ['  maximum time', maximumTime ?? 'not published'],
      ['  undone', undone],
    ]),
  ];
}

function fieldLines(head: string, fields: readonly ContractField[]): string[] {
  const rows = fields.map(({ name, meaning, optional, category }) => [
    `    ${name}`,
    [meaning, ...(optional ? ['may be left out'] : []), ...(category ? [category] : [])].join('; '),
  ]);
  return rows.length > 0 ? [`  ${head}`, ...columns(rows)] : [`  ${head}: nothing`];
}

function wordLines(head: string, words: Readonly<Record<string, Words>>, language: Language): string[] {
  const rows = Object.entries(words).map(([code, text]) => [`    ${code}`, text[language]]);
  return rows.length > 0 ? [`  ${head}`, ...columns(rows)] : [`  ${head}: none`];
}
