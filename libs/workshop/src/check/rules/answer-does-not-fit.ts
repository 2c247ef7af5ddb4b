import { didYouMean, FormValidator, type Place, type ServiceContract } from '#journey';
import { type Json, type JsonSchema } from '#schema';
import { type CheckContext } from '../check-context.js';
import { type Finding } from '../finding.js';
import { type Rule } from '../rule.js';
import { type CheckedScenario } from '../scenarios/checked-scenario.js';

/** What an authority says in a scenario. */
interface Said {
  readonly service: string;
  readonly answer?: { readonly value: Json; readonly place: Place };
  readonly code?: { readonly value: string; readonly place: Place };
}

/** Schemas of contracts are compiled once for all journeys. */
const validators = new WeakMap<object, FormValidator>();

export const answerDoesNotFit: Rule = {
  code: 'answer-does-not-fit',
  title: 'what an authority answers or reports in a scenario fits its contract',
  severity: 'error',
  *find(context) {
    for (const scenario of context.scenarios) {
      for (const { service, answer, code } of saidIn(scenario)) {
        const contract = context.catalogue.service(service);
        if (contract && answer) yield* misfits(contract.answer, answer.value, answer.place, service);
        if (contract && code) yield* unknownCode(contract, code.value, code.place);
      }
      yield* reportFaults(context, scenario);
    }
  },
};

function saidIn({ scenario, source }: CheckedScenario): Said[] {
  const said = Object.entries(scenario.answers).map(([service, reply]): Said => {
    const path = ['answers', service];
    if (reply.kind === 'refuse') {
      return { service, code: { value: reply.code, place: { source, path: [...path, 'refuse'] } } };
    }
    if (reply.kind !== 'answer' || reply.answer === undefined) return { service };
    return { service, answer: { value: reply.answer, place: { source, path: [...path, 'answer'] } } };
  });
  for (const { action, at } of scenario.steps) {
    if (action.kind === 'answer' && action.answer !== undefined) {
      const place = { source, path: [...at, 'answer', 'answer'] };
      said.push({ service: action.service, answer: { value: action.answer, place } });
    }
    if (action.kind === 'refuse' && action.code !== undefined) {
      const place = { source, path: [...at, 'refuse', 'code'] };
      said.push({ service: action.service, code: { value: action.code, place } });
    }
  }
  return said;
}

function* reportFaults(context: CheckContext, { scenario, source }: CheckedScenario): Generator<Finding> {
  for (const { action, at } of scenario.steps) {
    if (action.kind !== 'report' || action.data === undefined) continue;
    const event = context.catalogue.registerEvent(action.event);
    if (event) yield* misfits(event.data, action.data, { source, path: [...at, 'report', 'data'] }, event.id);
  }
}

function* misfits(schema: JsonSchema, value: Json, place: Place, name: string): Generator<Finding> {
  let validator = typeof schema === 'object' ? validators.get(schema) : undefined;
  if (!validator) {
    validator = new FormValidator(schema);
    if (typeof schema === 'object') validators.set(schema, validator);
  }
  for (const { path, message } of validator.errors(value)) {
    const steps = path.split('/').slice(1);
    yield {
      place: { source: place.source, path: [...place.path, ...steps] },
      message: `${steps.join('.') || 'This'} does not fit what the contract of ${name} says: it ${message}.`,
      remedy: 'Write what the authority could answer, or leave it out to take the example of the contract.',
    };
  }
}

function* unknownCode({ id, refusals }: ServiceContract, code: string, place: Place): Generator<Finding> {
  if (Object.hasOwn(refusals, code)) return;
  yield {
    place,
    message: `${id} never refuses with ${code}.`,
    remedy: didYouMean(code, Object.keys(refusals), 'Use a code from the refusals of its contract.'),
  };
}
