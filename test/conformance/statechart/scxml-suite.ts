/**
 * The tests of `@scion-scxml/test-framework` that XState 5.33 passes with live actors. The others need parts of
 * SCXML that XState leaves out on purpose (deep initial states, HTTP event processors, `<finalize>` …).
 */
export const SUITE: Readonly<Record<string, readonly string[]>> = {
  actionSend: list('send1 send2 send3 send4 send4b send7 send7b send8 send8b send9'),
  'assign-current-small-step': list('test0 test1 test2 test3 test4'),
  basic: list('basic0 basic1 basic2'),
  'cond-js': list('test0 test1 test2 TestConditionalTransition'),
  'default-initial-state': list('initial1 initial2'),
  delayedSend: list('send1 send2 send3'),
  documentOrder: list('documentOrder0'),
  hierarchy: list('hier0 hier1 hier2'),
  'hierarchy+documentOrder': list('test0 test1'),
  history: list('history0 history1 history2 history3 history4 history4b history5 history6'),
  'if-else': list('test0'),
  in: list('TestInPredicate'),
  'internal-transitions': list('test0 test1'),
  'more-parallel': numbered('0 1 2 2b 3 3b 4 5 6 6b 7 8 9 10 10b'),
  'multiple-events-per-transition': list('test1'),
  parallel: list('test0 test1 test2 test3'),
  'parallel+interrupt': numbered(
    '0 1 2 3 4 5 6 7 7b 8 9 10 11 12 13 14 15 16 17 18 19 20 21 21b 21c 22 23 24 25 27 28 29 30 31',
  ),
  'targetless-transition': list('test0 test1 test2 test3'),
  'w3c-ecma': numbered(
    `144 147 148 149 158 172 173 174 175 176 185 186 187 189 190 191 192 193 200 201 205 208 220 232 235 237 247 287
     318 333 335 336 337 339 342 347 348 349 355 372 375 377 387 396 399 403a 403b 403c 404 405 406 407 416 417 419
     421 423 445 449 453 495 503 504 505 560 570`,
  ).map(name => `${name}.txml`),
};

const talks = 'the invoked machine sends events to the machine that invoked it; a service only answers';

/** What a durable chart cannot do, and why. */
export const EXCLUDED: Readonly<Record<string, string>> = {
  'w3c-ecma/test187.txml': talks,
  'w3c-ecma/test191.txml': talks,
  'w3c-ecma/test192.txml': talks,
  'w3c-ecma/test232.txml': talks,
  'w3c-ecma/test347.txml': talks,
  'w3c-ecma/test453.txml': 'a variable holds a function, which JSON cannot hold',
};

function list(names: string): string[] {
  return names.trim().split(/\s+/);
}

function numbered(numbers: string): string[] {
  return list(numbers).map(number => `test${number}`);
}
