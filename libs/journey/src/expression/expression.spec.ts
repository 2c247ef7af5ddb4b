import { type JourneyContext } from '../journey-state.js';
import { ExpressionError } from './expression.js';
import { ExpressionEnvironment } from './expression-environment.js';
import { compileTemplate } from './template.js';
import { schemaType } from './schema-type.js';

const environment = new ExpressionEnvironment({
  roles: {
    applicant: { optional: false, many: false, passive: false },
    partner: { optional: true, many: false, passive: false },
    heirs: { optional: true, many: true, passive: false },
  },
  parameters: {
    notice: {
      title: { da: '', en: '' },
      follows: 'day',
      values: [
        { from: '2020-01-01', until: '2025-05-31', value: 'P5D', source: '', confidence: 'found' },
        { from: '2025-06-01', value: 'P8D', source: '', confidence: 'found' },
      ],
    },
    fee: {
      title: { da: '', en: '' },
      follows: 'day',
      values: [{ from: '2020-01-01', value: 825, source: '', confidence: 'found' }],
    },
    promised: {
      title: { da: '', en: '' },
      follows: 'start',
      values: [
        { from: '2020-01-01', until: '2025-05-31', value: 800, source: '', confidence: 'found' },
        { from: '2025-06-01', value: 900, source: '', confidence: 'found' },
      ],
    },
  },
  facts: {
    move: schemaType({
      type: 'object',
      required: ['date', 'rooms', 'kind'],
      properties: {
        date: { type: 'string', format: 'date' },
        partner: { type: 'string', format: 'cpr' },
        rooms: { type: 'integer' },
        rent: { type: 'number' },
        kind: { enum: ['rent', 'own'] },
        children: {
          type: 'array',
          items: {
            type: 'object',
            properties: { born: { type: 'string', format: 'date' } },
            required: ['born'],
          },
        },
      },
    }),
    consents: { kind: 'map', of: { kind: 'bool' } },
  },
});

const context: JourneyContext = {
  now: '2025-06-15T22:30:00.000Z',
  roles: { applicant: { person: 'anna' }, heirs: [{ person: 'bo' }, { person: 'ida' }] },
  facts: {
    move: {
      date: '2025-06-10',
      rooms: 3,
      kind: 'rent',
      children: [{ born: '2012-06-17' }, { born: '2009-01-01' }],
    },
    consents: { bo: true },
  },
  tasks: {},
};

function value(text: string): unknown {
  const compiled = environment.compile(text);
  if (!compiled.ok) throw new Error(compiled.fault.message);
  return compiled.expression.json(environment.scope(context));
}

describe('a parameter that follows the start', () => {
  it('has the value of the day the journey began', () => {
    const compiled = environment.compile('= parameters.promised + parameters.fee');
    if (!compiled.ok) throw new Error(compiled.fault.message);
    const on = (begun: string) => compiled.expression.json(environment.scope({ ...context, begun }));
    expect([on('2025-05-31'), on('2025-06-01')]).toEqual([800 + 825, 900 + 825]);
  });
});

describe('expressions', () => {
  it.each([
    ['= today', '2025-06-16'],
    ["= move.kind.matches('^re') && !move.kind.matches('^e')", true],
    // Going back and trying again would take some 2^60 steps.
    [`= '${'a'.repeat(60)}!'.matches('^(a+)+$')`, false],
    ['= move.date + parameters.notice', '2025-06-18'],
    ['= today > move.date + parameters.notice', false],
    ['= period("P1M") + move.date', '2025-07-10'],
    ['= move.date - period("P2W")', '2025-05-27'],
    ['= move.rooms * 2', 6],
    ['= move.rooms * 1.5', 4.5],
    ['= parameters.fee >= 825', true],
    ['= parameters.promised', 900],
    ['= has(move.partner)', false],
    ['= has(partner)', false],
    ['= has(applicant)', true],
    ['= has(move.partner) ? move.partner : applicant.cpr', 'anna'],
    ['= applicant.id', 'anna'],
    ['= heirs', ['bo', 'ida']],
    ['= heirs.map(h, h.cpr)', ['bo', 'ida']],
    ['= size(consents) == size(heirs)', false],
    ['= heirs.exists(h, h.id in consents)', true],
    ['= move.children.map(c, age(c.born))', [12, 16]],
    ['= move.children.all(c, age(c.born, move.date) < 18)', true],
    ['= move.children.filter(c, age(c.born) < 13)', [{ born: '2012-06-17' }]],
    ['= endOfMonth(move.date)', '2025-06-30'],
    ['= daysBetween(move.date, today)', 6],
    ['= latest(move.date, today)', '2025-06-16'],
    ['= date(now)', '2025-06-16'],
    ['= now + period("P1D")', '2025-06-16T22:30:00.000Z'],
    ['= startOfDay(move.date)', '2025-06-09T22:00:00.000Z'],
    ['= move.?rent.orValue(0.0)', 0],
    ['= isWorkingDay(date("2025-06-05"))', false],
    ['= nextWorkingDay(date("2025-06-05"))', '2025-06-06'],
    ['= addWeekdays(date("2025-04-16"), 2)', '2025-04-23'],
    ['= workingDayFrom(date("2025-06-07"))', '2025-06-10'],
    ['= appealDeadline(date("2025-06-02"), period("P4W"))', '2025-06-30'],
    ['= appealDeadline(date("2026-11-30"), period("P4W"), false)', '2026-12-28'],
    ['= appealDeadline(date("2026-11-30"), period("P4W"), true)', '2027-01-05'],
    [
      "= municipalities().filter(each, each.code in ['0580', '0461'])",
      [
        { code: '0461', name: 'Odense' },
        { code: '0580', name: 'Aabenraa' },
      ],
    ],
    ["= size(municipalities().filter(each, each.code != '0461'))", 97],
    ['= receivedOn(date("2026-11-30"), false)', '2026-11-30'],
    ['= receivedOn(date("2026-11-30"), true)', '2026-12-08'],
    ['= date("2024-02-29") + period("P1Y")', '2025-02-28'],
    ['= age(date("2008-02-29"), date("2025-02-28"))', 16],
    ['= monthsBetween(date("2025-03-31"), date("2025-01-31"))', -2],
    ['= startOfMonth(today) + period("P1M")', '2025-07-01'],
    ['= [year(today), month(today), day(today)]', [2025, 6, 16]],
    ['= min(3, 2) + max(1, 4)', 6],
    ['= endOfDay(move.date) > now', false],
    ['= move.kind == "rent" ? "has(x)" : "no"', 'has(x)'],
  ])('%s', (text, expected) => {
    expect(value(text)).toEqual(expected);
  });

  it.each([
    ['= move.date + 5', 'no such overload: date + int', 0],
    ['= move.dat', 'No such key: dat', 5],
    ['= mov.date', 'Unknown variable: mov', 0],
    ['= true && move.date < now', 'no such overload: date < timestamp', 8],
    ['= has(1)', 'has() asks for a name', 4],
    ['= has(mov)', 'Unknown variable: mov', 4],
    ['= move.date >', 'Unexpected', 11],
    ['= age(move.rooms)', 'age() asks for a date, got int', 9],
    ['= move.partner == "010190-1234"', 'no such overload: person == string', 0],
  ])('refuses %s', (text, message, start) => {
    const compiled = environment.compile(text);
    if (compiled.ok) throw new Error(`${text} was accepted`);
    expect(compiled.fault.message).toContain(message);
    expect(compiled.fault.start).toBe(start);
  });

  it.each([
    ['move.rent > 1.0', ['move.rent']],
    ['has(move.rent) && move.rent > 1.0', []],
    ['!has(move.rent) || move.rent > 1.0', []],
    ['has(move.rent) || move.rent > 1.0', ['move.rent']],
    ['has(move.rent) ? move.rent : 1.0', []],
    ['!has(move.rent) ? 1.0 : move.rent', []],
    ['move.?rent.orValue(1.0)', []],
    ['(has(move.rent) && move.rooms > 1) && move.rent > 1.0', []],
  ])('knows what is read without asking in %s', (text, unguarded) => {
    const compiled = environment.compile(text);
    if (!compiled.ok) throw new Error(compiled.fault.message);
    const paths = compiled.expression.reads
      .filter(({ guarded, path }) => !guarded && path.join('.') === 'move.rent')
      .map(({ path }) => path.join('.'));
    expect(paths).toEqual(unguarded);
  });

  it.each([
    ['partner.id', true],
    ['move.rent + 1.0', true],
    ['-move.rent', true],
    ['1.0 in [2.0, move.rent]', true],
    ['min(1.0, move.rent)', true],
    ['partner.id.startsWith("B")', true],
    ['partner.?id', true],
    ['move.rent > 1.0 ? 1 : 2', true],
    ['move.rooms', false],
    ['move.?rent', false],
    ['move.?rent.orValue(0.0)', false],
    ['has(move.rent)', false],
    ['has(move.rent) ? move.rent : 1.0', false],
    ['has(move.rent) && move.rent > 1.0', false],
    ['move.rent > 1.0 || true', false],
    ['move.rent > 1.0 && false', false],
    ['heirs.filter(h, false).map(h, move.rent)', false],
    ['type(move.rooms) == int', false],
    ['cel.bind(x, move.rooms, x + 1)', false],
    ['optional.of(move.rooms).orValue(1)', false],
  ])('says of %s, before it is evaluated, whether it can have no value: %s', (text, unknown) => {
    const compiled = environment.compile(text);
    if (!compiled.ok) throw new Error(compiled.fault.message);
    const { expression } = compiled;
    const scope = environment.scope(context);
    expect(expression.isUnknown(scope)).toBe(unknown);
    const evaluated = () => expression.value(scope);
    if (unknown) expect(evaluated).toThrow(ExpressionError);
    else expect(evaluated).not.toThrow();
  });

  it('does not quote values when it fails: they may be personal', () => {
    const broken = { ...context, facts: { move: { date: '010190', rooms: 1.5, kind: 'rent' } } };
    for (const text of ['move.date < today', 'move.rooms > 1']) {
      const compiled = environment.compile(text);
      if (!compiled.ok) throw new Error(compiled.fault.message);
      const evaluate = () => compiled.expression.value(environment.scope(broken));
      expect(evaluate).toThrow(/has no value/);
      expect(evaluate).not.toThrow(/010190|1\.5/);
    }
  });

  it('says which expression had no value', () => {
    expect(() => value('= move.rent + 1.0')).toThrow(/"move.rent \+ 1.0" has no value.*No such key: rent/);
    expect(() => value('= partner.cpr')).toThrow(/Unknown variable: partner/);
  });
});

describe('templates', () => {
  it('fill expressions at any depth and leave out what is absent', () => {
    const template = compileTemplate(
      { who: '= applicant.cpr', list: ['= move.rooms', 'x'], deep: { rent: '= move.?rent' }, literal: 5 },
      environment,
    );
    expect(template.faults).toEqual([]);
    expect(template.fill(environment.scope(context))).toEqual({
      who: 'anna',
      list: [3, 'x'],
      deep: {},
      literal: 5,
    });
  });
});
