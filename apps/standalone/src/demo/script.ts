import { type Catalogue } from '#authorities';
import { type Json, type JsonObject } from '#statechart';
import { type Happening, type PlayedStep } from '#workshop';
import { type NumbersOf } from './numbers.js';

/** How an authority is to answer one request, and which. */
export interface ScriptedRequest {
  readonly service: string;
  /** Number of the dispatch in the play. */
  readonly seq: number;
  readonly reply: {
    readonly input: Json;
    readonly answer?: Json;
    readonly refuse?: string;
    readonly after?: string;
    readonly hold?: boolean;
  };
  /** The step in which it is released, when it is held and not forgotten, and its place among all that happens. */
  readonly released?: { readonly step: number; readonly place: number };
}

type Settled = Extract<Happening, { readonly kind: 'answered' | 'refused' }>;

/**
 * What the authorities of a play are told beforehand: for each request what they answer, and whether at once, so much later, or when
 * the play comes to it.
 */
export function scriptOf(
  steps: readonly PlayedStep[],
  catalogue: Catalogue,
  numbers: NumbersOf,
): ScriptedRequest[] {
  const happened = steps.flatMap(({ happenings, move }, step) =>
    happenings.map(happening => ({ happening, step, waits: move === undefined || move.kind === 'wait' })),
  );
  return happened.flatMap(({ happening: asked, step }): ScriptedRequest[] => {
    if (asked.kind !== 'dispatched') return [];
    const { seq, service } = asked;
    const contract = catalogue.service(service);
    if (!contract) return [];
    const input = numbers(asked.input, contract.input);
    const settled = happened.find(({ happening }) => isSettled(happening) && happening.seq === seq);
    if (!settled) return [{ service, seq, reply: { input, hold: true } }];
    const { happening, step: settledIn, waits } = settled as typeof settled & { happening: Settled };
    const said =
      happening.kind === 'answered'
        ? { answer: numbers(happening.answer, contract.answer) as JsonObject }
        : { refuse: happening.code };
    if (settledIn !== step && !waits) {
      return [
        {
          service,
          seq,
          reply: { input, ...said, hold: true },
          released: { step: settledIn, place: happened.indexOf(settled) },
        },
      ];
    }
    const seconds = Math.round((happening.at - asked.at) / 1_000);
    return [{ service, seq, reply: { input, ...said, ...(seconds > 0 && { after: `PT${seconds}S` }) } }];
  });
}

/** The requests that are released in a step, in the order in which they are settled. */
export function releasedIn(step: number, script: readonly ScriptedRequest[]): readonly ScriptedRequest[] {
  return script
    .filter(({ released }) => released?.step === step)
    .toSorted((a, b) => a.released!.place - b.released!.place);
}

function isSettled(happening: Happening): happening is Settled {
  return happening.kind === 'answered' || happening.kind === 'refused';
}
