import { type ASTNode } from '@marcbachmann/cel-js';
import { astOf } from '../ast-parts.js';
import { personSources } from './person-sources.js';
import { vouchedBy } from './vouched-by.js';

/** Everything but what is under `move` comes from a register. */
const registered = ([name]: readonly string[]): boolean => name !== 'move';
const parse = (text: string): ASTNode => astOf(`= ${text}`) as ASTNode;

describe('where the persons in a value come from', () => {
  it.each([
    ['move.partner', ['move.partner']],
    ['has(move.partner) ? [move.partner] : []', ['move.partner']],
    ['children + [applicant.cpr]', ['children', 'applicant.cpr']],
    ['move.?partner.orValue(spouse)', ['move.partner', 'spouse']],
    ['family.children.filter(each, each.child in move.children)[0].child', ['family.children.child']],
    ['family.children.map(each, each.child)', ['family.children.child']],
    ['move.children.map(each, {"who": each})', ['move.children']],
    ["move.who == 'me' ? applicant.cpr : family.spouse", ['applicant.cpr', 'family.spouse']],
    ['size(move.children) > 0', []],
  ])('%s', (text, expected) => {
    expect(personSources(parse(text)).map(source => source.join('.'))).toEqual(expected);
  });

  it('is told once each, however often they stand there', () => {
    const doubling = Array.from({ length: 40 }, () => '.map(x, [x, x])').join('');
    expect(personSources(parse(`move.children${doubling}`))).toEqual([['move', 'children']]);
  });
});

describe('whom a condition vouches for', () => {
  it.each<[string, string[], string[]]>([
    ['move.partner == family.spouse', ['move.partner'], []],
    ['family.spouse == move.partner', ['move.partner'], []],
    ['move.partner != family.spouse', [], ['move.partner']],
    ['move.child in family.children.map(each, each.child)', ['move.child'], []],
    ['!(move.child in pupils)', [], ['move.child']],
    ['has(move.partner)', [], ['move.partner']],
    ['!has(move.partner)', ['move.partner'], []],
    ['!has(move.partner) || move.partner == family.spouse', ['move.partner'], []],
    ['has(move.partner) && move.partner == family.spouse', ['move.partner'], []],
    ['move.a == x || move.b == x', [], []],
    ['move.a == x && move.b == x', ['move.a', 'move.b'], []],
    ['move.children.all(child, child in ours)', ['move.children'], []],
    ['move.children.all(child, family.children.exists(each, each.child == child))', ['move.children'], []],
    ['move.pairs.all(pair, pair.child in ours)', ['move.pairs.child'], []],
    ['move.children.exists(child, !(child in ours))', [], ['move.children']],
    // One of them is not all of them, and a stranger vouches for nobody.
    ['move.children.exists(child, child in ours)', [], []],
    ['move.partner in move.children', [], []],
    ['move.children.all(child, move.children.exists(each, each == child))', [], []],
    ['size(move.children) == 0', [], []],
  ])('%s', (text, whenTrue, whenFalse) => {
    const found = vouchedBy(parse(text), registered);
    const names = (sources: readonly (readonly string[])[]) => sources.map(source => source.join('.'));
    expect({
      whenTrue: names(found.whenTrue).filter(name => !registered(name.split('.'))),
      whenFalse: names(found.whenFalse).filter(name => !registered(name.split('.'))),
    }).toEqual({ whenTrue, whenFalse });
  });
});
