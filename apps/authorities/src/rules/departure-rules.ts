import { type RefusalRule, type RefusalRules, text } from './refusal-rule.js';

/** Whoever has left does not live in the municipality any more. */
const notHere: RefusalRule = ({ input, standing }) =>
  standing('registerDeparture').some(departure => text(departure, 'person') === text(input, 'person'))
    ? 'notHere'
    : undefined;

/** Rules of departures from Denmark. */
export const DEPARTURE_RULES: RefusalRules = {
  'kommune.registerDeparture': notHere,
  'kommune.assessStay': notHere,
};
