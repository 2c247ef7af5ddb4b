import { BUILT_IN_ACTIONS } from '#journey';
import { expressionTerms } from './expression/expression-terms.js';
import { type Spot } from './spot.js';
import { type Term } from './term.js';
import {
  conditionTerms,
  formTerms,
  labelTerms,
  messageTerms,
  outcomeTerms,
  roleTerms,
} from './terms/declared-terms.js';
import { delayTerms, parameterTerms } from './terms/delay-terms.js';
import { eventTerms, reportTerms } from './terms/event-terms.js';
import { factTerms, formFieldTerms, ownFieldTerms } from './terms/fact-terms.js';
import {
  endTerms,
  joinTerms,
  journeyTerms,
  localTerms,
  offerEventTerms,
  takenTerms,
} from './terms/journey-terms.js';
import { partArgumentTerms, partTerms } from './terms/part-terms.js';
import { authorityTerms, inputTerms, refusalTerms, serviceTerms } from './terms/service-terms.js';
import { initialTerms, targetTerms } from './terms/state-terms.js';
import { categoryTerms, placeholderTerms, textKeyTerms, textTerms } from './terms/text-terms.js';

type Terms = (spot: Spot) => Term[];

const AFTER_KEY: Readonly<Record<string, Terms>> = {
  target: targetTerms,
  overdue: targetTerms,
  always: targetTerms,
  onDone: targetTerms,
  onError: targetTerms,
  skipped: targetTerms,
  initial: initialTerms,
  src: serviceTerms,
  guard: conditionTerms,
  form: formTerms,
  due: delayTerms,
  after: delayTerms,
  for: delayTerms,
  role: roleTerms,
  invite: roleTerms,
  dismiss: roleTerms,
  to: roleTerms,
  by: roleTerms,
  differsFrom: roleTerms,
  visibleTo: roleTerms,
  text: messageTerms,
  message: messageTerms,
  undo: outcomeTerms,
  awaits: reportTerms,
  ifNothing: outcomeTerms,
  as: factTerms,
  each: factTerms,
  remember: factTerms,
  forget: factTerms,
  appeals: factTerms,
  name: factTerms,
  starts: journeyTerms,
  takes: formTerms,
  part: partTerms,
};

/** Where the value alone of any key is a target: `submit: underWay`. */
const TARGET_OF_ANY_KEY: readonly string[] = ['on', 'after', 'onError', 'ended'];

const KEYS_OF: Readonly<Record<string, Terms>> = {
  on: eventTerms,
  after: delayTerms,
  vouched: inputTerms,
  prefill: formFieldTerms,
  with: placeholderTerms,
  onError: spot => [...refusalTerms(spot), { name: 'else', kind: 'code', detail: 'any other refusal' }],
  conditions: conditionTerms,
  roles: roleTerms,
  delays: delayTerms,
  ended: endTerms,
};

/** Every name that may be written at a spot; which, the nearest key says. Empty where no name is wanted. */
export function termsAt(spot: Spot): Term[] {
  switch (spot.kind) {
    case 'texts':
      return spot.place.of === 'key' ? textKeyTerms(spot) : textTerms(spot);
    case 'form':
      return spot.place.of === 'value' ? inForm(spot) : [];
    case 'overlay':
      return spot.place.of === 'key' && spot.keys.at(-1) === 'parameters' ? localTerms(spot) : [];
    case 'parameters':
    case 'scenario':
      return [];
    default:
      return spot.place.of === 'key' ? keyTerms(spot) : valueTerms(spot);
  }
}

function inForm(spot: Spot): Term[] {
  if (/^\s*=/.test(spot.place.typed)) return expressionTerms(spot);
  const inner = spot.keys.at(-1);
  if (inner === 'x-category') return categoryTerms(spot);
  return inner === 'x-pages' || inner === 'required' ? ownFieldTerms(spot) : [];
}

function valueTerms(spot: Spot): Term[] {
  if (/^\s*=/.test(spot.place.typed)) return expressionTerms(spot);
  const { keys } = spot;
  const [outer = '', inner = ''] = [keys.at(-2), keys.at(-1)];
  if (keys[0] === 'offers' && inner === 'on') return offerEventTerms(spot);
  if (keys[0] === 'offers' && inner === 'expires') return parameterTerms(spot);
  if (inner === 'journey') return outer === 'joins' ? joinTerms(spot) : journeyTerms(spot);
  if (inner === 'for' && spot.near('starts') !== undefined) return roleTerms(spot);
  if (keys.includes('input') || keys.includes('with')) return [];
  if (keys[0] === 'fees') return inner === 'to' ? authorityTerms(spot) : [];
  if (keys[0] === 'label' && inner === 'text') return labelTerms(spot);
  if (outer === 'cancellation' && inner === 'when') return conditionTerms(spot);
  if (inner === 'type' && keys.some(key => ['actions', 'entry', 'exit'].includes(key))) return actionTerms();
  const terms = AFTER_KEY[inner] ?? (TARGET_OF_ANY_KEY.includes(outer) ? targetTerms : undefined);
  return terms?.(spot) ?? [];
}

function keyTerms(spot: Spot): Term[] {
  const { keys } = spot;
  if (keys.at(-1) === 'with') {
    const ofPart = partArgumentTerms(spot);
    if (ofPart) return ofPart;
    const taken = takenTerms(spot);
    if (taken) return taken;
  }
  if (keys.includes('input') && spot.place.path.at(-1) !== undefined) return inputTerms(spot);
  return KEYS_OF[String(spot.place.path.at(-1))]?.(spot) ?? [];
}

function actionTerms(): Term[] {
  return BUILT_IN_ACTIONS.map(name => ({ name, kind: 'word', detail: 'action' }));
}
