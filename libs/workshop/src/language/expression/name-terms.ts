import { namesInReach } from '../../catalogue/names-in-reach.js';
import { type Spot } from '../spot.js';
import { type Term } from '../term.js';
import { roleTerms } from '../terms/declared-terms.js';
import { factTerms } from '../terms/fact-terms.js';
import { statePathAt } from '../terms/state-terms.js';

const WORDS: readonly Term[] = [
  { name: 'today', kind: 'word', detail: 'date', about: () => 'The date in Denmark.' },
  { name: 'now', kind: 'word', detail: 'timestamp', about: () => 'The moment at which it is asked.' },
  {
    name: 'parameters',
    kind: 'word',
    detail: 'values of the law',
    about: () => 'What parameters.yaml says for today.',
  },
];
const REPORT: Term = {
  name: 'report',
  kind: 'word',
  detail: 'what the authority reports',
  about: () => 'The data of the report on which the journey is offered.',
};
const REFUSAL: Term = {
  name: 'refusal',
  kind: 'word',
  detail: '{ code, title?, detail? }',
  about: () => 'What the service has refused with, in onError.',
};

/** The names that an expression may read: in a state those that can be there by then, and what its own ways out remember. */
export function nameTerms(spot: Spot): Term[] {
  const { context } = spot;
  if (spot.keys[0] === 'offers') return [REPORT, ...WORDS];
  const state = statePathAt(spot.statePlace);
  const inReach = context && state ? namesInReach(context, state) : undefined;
  const own = context?.rememberings.flatMap(each => (each.state.path === state ? [each.name] : [])) ?? [];
  const names = inReach && new Set([...inReach.map(({ name }) => name), ...own]);
  const declared = [...factTerms(spot), ...roleTerms(spot)];
  return [
    ...declared.filter(({ name }) => names?.has(name) ?? true),
    ...WORDS,
    ...(!names || spot.keys.includes('onError') ? [REFUSAL] : []),
  ];
}
