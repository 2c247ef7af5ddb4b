import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Catalogue } from '#authorities';
import {
  journeyIds,
  JourneysOnDemand,
  readJourney,
  readJourneyFolder,
  type Telling,
  withJourneys,
} from '#journey';
import { isObject, type Json, propertiesOf } from '#schema';
import { type Happening, playJourney } from '#workshop';
import { endingsIn, inForce } from '../../libs/runtime/src/overview/endings.js';
import { partiesOf } from '../../libs/runtime/src/overview/parties-of.js';
import { untilEnded } from '../../libs/runtime/src/overview/until-ended.js';

const JOURNEYS = fileURLToPath(new URL('../../journeys', import.meta.url));
const ids = await journeyIds(JOURNEYS);
const catalogue = withJourneys(Catalogue.load(), new JourneysOnDemand(JOURNEYS, ids));

/** Who may die without an end to it, by service: whoever only helps, consents or is told; or the dead for whom it is. */
const OUTLIVES: Readonly<Record<string, readonly string[]>> = {
  'daycare.offerPlace': ['guardian'],
  'daycare.applySubsidy': ['guardian'],
  'doctorChoice.assignChild': ['guardian'],
  'healthVisitor.planVisits': ['mother'],
  'healthVisitor.offerBereavementTalk': ['otherParent'],
  'hospital.offerBereavementCare': ['otherParent'],
  'kommune.arrangeBurial': ['deceased'],
  'kommune.bookMitId': ['witness'],
  'kommune.bookPassport': ['custodians'],
  'kommune.collectAids': ['person'],
  'kommune.offerFamilyAdvice': ['children'],
  'kommune.supportChild': ['contact', 'deceased'],
  'udbetalingDanmark.applyBereavementLeave': ['child'],
  'udbetalingDanmark.applyHousingBenefit': ['household'],
  'udbetalingDanmark.applyStatePension': ['partner'],
  'udbetalingDanmark.grantChildBenefit': ['custodians'],
  'udbetalingDanmark.grantSurvivorsPension': ['deceased'],
};
/** By these a child is lost that has no number yet; what was arranged for the pregnancy names the day it was due. */
const PREGNANCY_ENDS = ['hospital.pregnancyEnded', 'personregister.stillbirthRegistered'];

interface Contract {
  readonly id: string;
  readonly tells?: readonly Telling[];
}

/** What goes on, or is still to come, so that it would be announced. */
function goesOn({ is, ends, every }: Telling): boolean {
  return !ends && (is === 'benefit' || is === 'appointment' || (is === 'payment' && every !== undefined));
}

const telling: readonly (Contract & { readonly about: Json })[] = [
  ...catalogue.services().map(service => ({ ...service, about: service.input as Json })),
  ...catalogue.registerEvents().map(report => ({ ...report, about: report.data as Json })),
].filter(({ tells = [] }) => tells.some(goesOn));

it.each(telling)('whether $id is over with everybody it names is decided', ({ id, tells = [], about }) => {
  const persons = Object.entries(propertiesOf(about as never)).flatMap(([name, field]) => {
    const one = isObject(field) && isObject(field['items']) ? field['items'] : field;
    return isObject(one) && one['format'] === 'cpr' ? [name] : [];
  });
  for (const { of = ['person'] } of tells.filter(goesOn)) {
    expect([...of, ...(OUTLIVES[id] ?? [])].sort()).toEqual(persons.sort());
  }
});

type Tidings = Parameters<typeof endingsIn>[1];

/** The happenings of a scenario as the journal keeps them, newest first. */
function tidingsOf(happenings: readonly Happening[]): Tidings {
  const inputs = new Map<number, Json>();
  return happenings
    .flatMap((happening, seq): object[] => {
      const { at, kind } = happening;
      if (kind === 'dispatched') inputs.set(happening.seq, happening.input);
      if (kind === 'reported') {
        return [
          { entry: { seq, at, kind, subject: happening.event, state: `${seq}` }, data: happening.data },
        ];
      }
      if (kind !== 'answered') return [];
      const { service, answer: data, seq: dispatch } = happening;
      const asked = { dispatch, input: inputs.get(dispatch)! };
      return [{ entry: { seq, at, kind, subject: service, state: `${seq}` }, data, asked }];
    })
    .reverse() as unknown as Tidings;
}

/** What is still announced though one whom it names has died since, or the child that it was for is lost. */
function announced(happenings: readonly Happening[]): string[] {
  const tidings = tidingsOf(happenings);
  const endings = inForce(endingsIn({ record: { id: 'j' }, compiled: { catalogue } } as never, tidings));
  const deaths = endings.filter(({ of }) => of === undefined);
  return tidings.flatMap(tiding => {
    const { entry, data, asked } = tiding;
    const { seq, subject: source, at } = entry;
    const { tells = [] } = catalogue.service(source) ?? catalogue.registerEvent(source) ?? {};
    return tells.filter(goesOn).flatMap(one => {
      const told = { ...one, source, entry: seq, at, item: 0 } as never;
      const left = untilEnded({ told, journey: 'j', parties: partiesOf(one, tiding) }, endings);
      if (left.length === 0 || (left[0] as { until?: string }).until !== undefined) return [];
      const named = Object.entries((asked?.input ?? data) as object).filter(
        ([name]) => !(OUTLIVES[source] ?? []).includes(name),
      );
      const dead = deaths
        .filter(({ entry: later }) => later > seq)
        .flatMap(({ persons }) => persons)
        .filter(person => named.some(([, value]) => value === person));
      const lost = tidings.some(
        ({ entry: later }) =>
          later.seq > seq &&
          PREGNANCY_ENDS.includes(later.subject) &&
          named.some(([name]) => name === 'dueDate'),
      );
      return [...dead, ...(lost ? ['the unborn child'] : [])].map(who => `${source} goes on after ${who}`);
    });
  });
}

let scenarios = 0;

it.each(ids)('nothing of %s is announced that has ended with somebody', async id => {
  const { results } = playJourney(readJourney(await readJourneyFolder(join(JOURNEYS, id))), catalogue);
  const dying = results.filter(({ happenings }) =>
    happenings.some(
      one =>
        one.kind === 'reported' &&
        (PREGNANCY_ENDS.includes(one.event) || /[dD]eath(Registered|Certified)$/.test(one.event)),
    ),
  );
  scenarios += dying.length;
  const found = dying.map(result => [result.scenario?.name, announced(result.happenings)] as const);
  expect(found.filter(([, left]) => left.length > 0)).toEqual([]);
});

it('finds deaths to look after', () => {
  expect(scenarios).toBeGreaterThan(20);
});
