import { type Change, dispatchId, roleOf } from '#runtime';
import { type Property } from '../auditor/index.js';
import { replacing } from './replacing.js';
import { type Mistake, type ProcessPorts } from './simulated-process.js';

/** A commit whose changes are not what was decided. */
function committing(change: (change: Change) => Change): Mistake {
  return {
    ports: ({ journeys }) => ({
      journeys: replacing(journeys, { commit: changes => journeys.commit(changes.map(change)) }),
    }),
  };
}

function ringsOf(changes: readonly Change[]) {
  return changes.flatMap(({ journey, dispatches }) =>
    dispatches.map(({ seq, service }) => ({ dispatch: dispatchId(journey, seq), role: roleOf(service) })),
  );
}

/** Mistakes that somebody could make in the runtime, made from outside it, and the properties that they break. */
export const MISTAKES: readonly {
  readonly name: string;
  readonly breaks: readonly Property[];
  readonly mistake: Mistake;
}[] = [
  {
    name: 'rings before it commits',
    breaks: ['ring'],
    mistake: {
      ports: ({ journeys, doorbell }) => ({
        journeys: replacing(journeys, {
          commit: async changes => {
            await doorbell.ring(ringsOf(changes)).catch(() => undefined);
            return journeys.commit(changes);
          },
        }),
      }),
    },
  },
  {
    name: 'settles whatever dispatch of the service is current',
    breaks: ['answer'],
    mistake: {
      runtime: (runtime, { dispatches }) => ({
        settle: async request => {
          const asked = await dispatches.find(request.dispatch);
          const all = asked ? await dispatches.ofJourney(asked.journey) : [];
          const current = all.findLast(
            ({ service, settledAt }) => service === asked?.service && settledAt === undefined,
          );
          return runtime.settle({ ...request, dispatch: current?.id ?? request.dispatch });
        },
      }),
    },
  },
  {
    name: 'does not tell what came while a journey was held',
    breaks: ['taken'],
    mistake: committing(change => {
      const { kind, detail } = change.entry;
      if (kind !== 'resumed') return change;
      return { ...change, entry: { ...change.entry, detail: { ...(detail as object), taken: [] } } };
    }),
  },
  {
    name: 'forgets timers that are set anew when others are cleared',
    breaks: ['rows', 'waiting'],
    mistake: committing(change => (change.timersCleared.length > 0 ? { ...change, timers: [] } : change)),
  },
  {
    name: 'forgets to clear timers',
    breaks: ['rows'],
    mistake: committing(change => ({ ...change, timersCleared: [] })),
  },
  {
    name: 'forgets to stop dispatches',
    breaks: ['rows', 'stored'],
    mistake: committing(change => ({ ...change, stops: [] })),
  },
  {
    name: 'believes that what ops skip was never done',
    breaks: ['undone'],
    mistake: committing(change => {
      const [seq] = change.stops;
      const skips = change.entry.kind === 'skipped';
      if (seq === undefined || !skips) return change;
      return { ...change, settles: { seq, status: 'refused' }, stops: change.stops.slice(1) };
    }),
  },
  {
    name: 'discloses nothing when it asks again',
    breaks: ['disclosure'],
    mistake: committing(change => {
      if (change.stops.length === 0) return change;
      const dispatches = change.dispatches.map(({ disclosure: _forgotten, ...asked }) => asked);
      return { ...change, dispatches };
    }),
  },
  {
    name: 'never rings again for dispatches',
    breaks: ['waiting'],
    mistake: { ports: ({ due }) => ({ due: forgetful(due, 'dispatches') }) },
  },
  {
    name: 'never rings for timers that are far away',
    breaks: ['waiting'],
    mistake: { ports: ({ due }) => ({ due: forgetful(due, 'journeys') }) },
  },
  {
    name: 'asks with a new key when it tries again',
    breaks: ['effect'],
    mistake: {
      ports: ({ authorities }) => {
        const tried = new Map<string, number>();
        return {
          authorities: replacing(authorities, {
            call: request => {
              const times = (tried.get(request.dispatch) ?? 0) + 1;
              tried.set(request.dispatch, times);
              return authorities.call(
                times === 1 ? request : { ...request, dispatch: `${request.dispatch}.${times}` },
              );
            },
          }),
        };
      },
    },
  },
  {
    name: 'commits over what another has committed',
    breaks: ['replay', 'journal', 'acknowledged'],
    mistake: {
      ports: ({ journeys }) => ({
        journeys: replacing(journeys, {
          commit: async changes => {
            const latest = await Promise.all(changes.map(({ journey }) => journeys.load(journey)));
            return journeys.commit(
              changes.map((change, i) => ({ ...change, expects: latest[i]?.version ?? 0 })),
            );
          },
        }),
      }),
    },
  },
  {
    name: 'acknowledges before it is durable',
    breaks: ['acknowledged'],
    mistake: {
      ports: ({ journeys }) => ({
        journeys: replacing(journeys, {
          commit: async changes => {
            journeys.commit(changes).catch(() => undefined);
            return changes.map(() => ({ kind: 'committed' }) as const);
          },
        }),
      }),
    },
  },
];

function forgetful(due: ProcessPorts['due'], what: 'dispatches' | 'journeys'): ProcessPorts['due'] {
  return replacing(due, { [what]: async () => [] });
}
