import { didYouMean, JOURNEY_ENDS, startedNames, startsIn } from '#journey';
import { type Rule } from '../rule.js';

const unknownJourney: Rule = {
  code: 'unknown-journey',
  title: 'a journey that is started or contradicted is one that there is',
  severity: 'error',
  *find(context) {
    const { journeys } = context.catalogue;
    if (!journeys) return;
    const { definition } = context;
    const named = [
      ...startsIn(definition.machine).map(({ params, at }) => ({
        id: String(params['journey']),
        place: context.at(...at, 'params', 'journey'),
      })),
      ...Object.entries(definition.conflicts).map(([name, { journey: id }]) => ({
        id,
        place: context.at('conflicts', name, 'journey'),
      })),
    ];
    for (const { id, place } of named) {
      if (journeys.get(id)) continue;
      yield {
        place,
        message: `There is no journey ${id}.`,
        remedy: didYouMean(id, journeys.keys(), 'Name the folder of a journey.'),
      };
    }
  },
};

const startedForMany: Rule = {
  code: 'started-for-many',
  title: 'a journey is started for one person',
  severity: 'error',
  *find(context) {
    for (const { params, at } of startsIn(context.definition.machine)) {
      const role = String(params['for'] ?? 'applicant');
      if (!context.definition.roles[role]?.many) continue;
      yield {
        place: context.at(...at, 'params', 'for'),
        message: `${role} may be several persons, and a journey is started for one.`,
        remedy: 'Name a role of one person, or let the other journey be offered to each of them.',
      };
    }
  },
};

const startedForAnother: Rule = {
  code: 'started-for-another',
  title: 'a journey in which nobody acts for another is started for its own person',
  severity: 'error',
  *find(context) {
    for (const { params, at } of startsIn(context.definition.machine)) {
      const [id, role] = [String(params['journey']), String(params['for'] ?? 'applicant')];
      if (role === 'applicant' || !context.catalogue.journeys?.get(id)?.ownOnly) continue;
      yield {
        place: context.at(...at, 'params', 'for'),
        message: `In ${id} nobody acts for another, and here it is begun for ${role} by what somebody else does.`,
        remedy: `Start it for the applicant, or tell ${role} in a message that they can begin it themselves.`,
      };
    }
  },
};

const notStarted: Rule = {
  code: 'not-started',
  title: 'a journey that is waited for has been started on every way',
  severity: 'error',
  *find(context) {
    const names = startedNames(context.definition.machine);
    for (const { path, joins } of context.states) {
      if (!joins) continue;
      const place = context.at(...joins.at, 'journey');
      const { journey } = joins;
      if (!names.includes(journey)) {
        const remedy = didYouMean(
          journey,
          names,
          `Start it before, under this name: { starts: …, as: ${journey} }.`,
        );
        yield { place, message: `No journey is started as ${journey}.`, remedy };
      } else if (context.flow.within(path)?.must.has(journey) === false) {
        yield {
          place,
          message: `On some ways to ${path} no journey has been started as ${journey}, and the wait would be for nothing.`,
          remedy: `Start it on every way, or ask has(${journey}) in a guard.`,
        };
      }
    }
  },
};

const missingEnd: Rule = {
  code: 'missing-end',
  title: 'every end of a journey that is waited for leads on',
  severity: 'error',
  *find(context) {
    for (const { path, joins, transitions } of context.states) {
      if (!joins) continue;
      const known = new Set(
        transitions.flatMap(({ trigger }) => (trigger.kind === 'ended' ? trigger.ends : [])),
      );
      const missing = JOURNEY_ENDS.filter(end => !known.has(end));
      if (missing.length === 0) continue;
      yield {
        place: context.at(...joins.at, 'ended'),
        key: true,
        message: `${path} does not say what follows when ${joins.journey} ends as ${missing.join(' or ')}.`,
        remedy: 'Add what is missing, or else for all others.',
      };
    }
  },
};

/** The rules about journeys that a journey starts and waits for. */
export const OTHER_JOURNEY_RULES: readonly Rule[] = [
  unknownJourney,
  startedForMany,
  startedForAnother,
  notStarted,
  missingEnd,
];
