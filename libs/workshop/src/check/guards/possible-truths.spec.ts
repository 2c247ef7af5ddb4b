import { type ASTNode } from '@marcbachmann/cel-js';
import { astOf } from '../ast-parts.js';
import { formulaOf } from './formula.js';
import { possibleTruths } from './possible-truths.js';

const truths = (text: string) => possibleTruths(formulaOf(astOf(`= ${text}`) as ASTNode));

test.each([
  "a.b == 'x' && a.b == 'y'",
  "a.b == 'x' && a.b in ['y', 'z']",
  "a == 'x' && a != 'x'",
  'has(a) && !has(a)',
  'has(a) && (has(a) ? b && !b : c)',
  'a < b && b < a',
  'a < b && a >= b',
  'a == b && b != a',
  'size(a) > 0 && size(a) == 0',
  'a.size() < 0',
  'today > today',
  "'x' == 'y'",
  'a && a == false',
  'false',
])('%s never holds', text => expect(truths(text)).toEqual({ true: false, false: true }));

test.each(['has(a) || !has(a)', "a != 'x' || a != 'y'", 'a <= b || b < a', 'size(a) >= 0', '1 == 1', 'true'])(
  '%s always holds',
  text => expect(truths(text)).toEqual({ true: true, false: false }),
);

test.each([
  "a.b == 'x' || a.b == 'y'",
  "a.b == 'x' && a.c == 'y'",
  'a <= b && b <= a',
  'a.all(x, x == b) && !c',
  'size(a) > 1',
  'a in b && b in a',
  Array.from({ length: 20 }, (_, at) => `a${at}`).join(' && '),
])('%s may hold or not', text => expect(truths(text)).toEqual({ true: true, false: true }));
