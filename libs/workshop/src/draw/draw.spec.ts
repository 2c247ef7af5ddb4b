import { fileURLToPath } from 'node:url';
import { sizedJourney } from '../check/fixtures/sized-journey.js';
import { type Definition, everyState, readJourney, readJourneyFolder } from '#journey';
import { fixtureCatalogue } from '../check/fixtures/fixture-catalogue.js';
import { codeSpan } from './code-span.js';
import { branchOf, everyDrawn } from './branch.js';
import { delayWords } from './delay-words.js';
import { type Drawing, type DrawnLine, type DrawnState, toDrawing } from './drawing.js';
import { DRAWING_WORDS } from './drawing-words.js';
import { type Box, layOut, type PlacedState } from './layout.js';
import { drawMermaid } from './mermaid.js';
import { foldsOf, overviewOf } from './overview.js';
import { pack } from './pack.js';
import { drawSvg } from './svg.js';
import { PADDING } from './text-block.js';
import { textWidth } from './text-size.js';

const catalogue = fixtureCatalogue();
let moving: Definition;

beforeAll(async () => {
  const folder = fileURLToPath(new URL('../check/fixtures/moving/', import.meta.url));
  [moving] = readJourney(await readJourneyFolder(folder)).definitions as [Definition];
});

function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

function within(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

describe('layout', () => {
  test('places every state once, inside its parent and beside its siblings', async () => {
    const { states, width, height } = await layOut(
      toDrawing({ definition: moving, catalogue, language: 'da' }),
    );
    const byPath = new Map(states.map(placed => [placed.state.path, placed]));
    const all = everyState(moving.machine).filter(({ path }) => path !== '');
    expect([...byPath.keys()].sort()).toEqual(all.map(({ path }) => path).sort());
    for (const parent of everyState(moving.machine)) {
      const children = parent.states.map(({ path }) => byPath.get(path) as PlacedState);
      const outer = byPath.get(parent.path) ?? { x: 0, y: 0, width, height };
      for (const [index, child] of children.entries()) {
        expect([child.state.path, within(child, outer)]).toEqual([child.state.path, true]);
        for (const other of children.slice(index + 1)) {
          expect([child.state.path, other.state.path, overlap(child, other)]).toEqual([
            child.state.path,
            other.state.path,
            false,
          ]);
        }
      }
    }
  });

  test('leads every arrow from the edge of one state to the edge of another', async () => {
    const { states, edges } = await layOut(toDrawing({ definition: moving, catalogue, language: 'en' }));
    const drawn = edges.filter(({ edge }) => edge);
    expect(drawn.length).toBeGreaterThan(25);
    for (const { edge, points } of drawn) {
      const source = states.find(({ state }) => state.path === edge?.from) as PlacedState;
      const target = states.find(({ state }) => state.path === edge?.to) as PlacedState;
      const [first, last] = [points[0], points.at(-1)] as { x: number; y: number }[];
      expect(touches(first as { x: number; y: number }, source)).toBe(true);
      expect(touches(last as { x: number; y: number }, target)).toBe(true);
    }
  });

  test('keeps the title of a state clear of what is inside it, however long it is', async () => {
    const title = 'What must be done when you move, with a title that needs several lines of the box';
    const states = { ...moving.texts.en.states, underWay: title };
    const definition = { ...moving, texts: { ...moving.texts, en: { ...moving.texts.en, states } } };
    const layout = await layOut(toDrawing({ definition, catalogue, language: 'en' }));
    const outer = layout.states.find(({ state }) => state.path === 'underWay') as PlacedState;
    const inside = layout.states.filter(({ state }) => state.path.startsWith('underWay.'));
    const bottom = outer.y + PADDING + outer.text.height;
    expect(outer.text.rows.length).toBeGreaterThan(3);
    expect(inside.filter(({ y }) => y < bottom)).toEqual([]);
  });

  test('packs without overlap and wider than high', () => {
    const boxes = [300, 200, 500, 100, 250, 400, 350, 150].map((height, index) => ({
      width: 100 + index * 40,
      height,
    }));
    const { items, width, height } = pack(boxes, 10);
    const placed = items.map(({ item, x, y }) => ({ ...item, x, y }));
    for (const [index, one] of placed.entries()) {
      for (const other of placed.slice(index + 1)) expect(overlap(one, other)).toBe(false);
    }
    expect(width).toBeGreaterThan(height);
  });
});

function touches(point: { x: number; y: number }, { x, y, width, height }: Box): boolean {
  const slack = 1;
  return (
    point.x >= x - slack &&
    point.x <= x + width + slack &&
    point.y >= y - slack &&
    point.y <= y + height + slack
  );
}

describe('SVG', () => {
  test('speaks the language asked for, with a title and a description', async () => {
    const svg = await drawSvg(toDrawing({ definition: moving, catalogue, language: 'da' }));
    expect(svg).toContain('<title id="overgang-title">Flytning (onsdag den 1. januar 2025)</title>');
    expect(svg).toMatch(
      /<desc id="overgang-desc">Meld flytning én gang\..* 5 opgaver, 5 henvendelser .*<\/desc>/,
    );
    expect(svg).toContain('lang="da"');
    expect(svg).toContain('prefers-color-scheme: dark');
    for (const tier of ['municipal', 'regional', 'state']) expect(svg).toContain(`<rect class="${tier}"`);
  });

  test('has no arrow across the title of a state', async () => {
    const svg = await drawSvg(toDrawing({ definition: moving, catalogue, language: 'en' }));
    const plate = svg.indexOf('<rect class="plate');
    expect(plate).toBeGreaterThan(svg.lastIndexOf('<path class="arrow'));
    const titleOf = (path: string): number => svg.indexOf(` · ${path} ·`);
    expect(titleOf('underWay.doctor.choosingDoctor')).toBeGreaterThan(plate);
  });

  test('is as wide as its heading', async () => {
    const title = 'A journey whose name is longer than anything that stands in the picture '.repeat(6);
    const widthOf = async (en: string): Promise<number> => {
      const definition = { ...moving, title: { da: en, en } };
      const svg = await drawSvg(branchOf(toDrawing({ definition, language: 'en' }), 'lapsed'));
      return Number(/ width="(\d+)"/.exec(svg)?.[1]);
    };
    expect(await widthOf(title)).toBeGreaterThan(textWidth(title, 20, true));
    expect(await widthOf(title)).toBeGreaterThan(await widthOf('Short'));
  });

  test('makes room for a long name of the file', () => {
    const name = 'iiiiiiiiiiiiiiiiiiii';
    expect(textWidth(codeSpan(name), 12)).toBeGreaterThan(textWidth(name, 12));
    expect(textWidth(codeSpan('m'), 12)).toBe(textWidth(codeSpan('i'), 12));
  });

  test('escapes what designers write', async () => {
    const odd = { ...moving, title: { da: 'A & <B>', en: 'A & <B>' } };
    const svg = await drawSvg(toDrawing({ definition: odd, catalogue, language: 'en' }));
    expect(svg).toContain('A &amp; &lt;B&gt; (Wednesday 1 January 2025)');
    expect(svg).not.toContain('<B>');
  });

  test('is the same each time', async () => {
    const request = { definition: moving, catalogue, language: 'en' } as const;
    expect(await drawSvg(toDrawing(request))).toBe(await drawSvg(toDrawing(request)));
  });
});

describe('Mermaid', () => {
  test('declares every state and its regions, and draws every arrow', () => {
    const text = drawMermaid(toDrawing({ definition: moving, catalogue, language: 'en' }));
    for (const { path } of everyState(moving.machine)) {
      if (path) expect(text).toContain(` as ${path.replaceAll('.', '_')}_\n`);
    }
    expect(text.match(/^ +--$/gm)).toHaveLength(3);
    expect(text).toContain('declareMove_ --> partnerConsent_ : Send [withPartner]');
    expect(text).toContain('partnerConsent_ --> declareMove_ : Refuse ✉ / ⏱ after 14 days ✉');
    expect(text).toContain('[*] --> declareMove_');
    expect(text).toContain('lapsed_ --> [*]');
  });

  test('draws an arrow between two composite states from the outside, naming its ends', () => {
    const machine = withTarget(moving, 'lapsed');
    const text = drawMermaid(toDrawing({ definition: { ...moving, machine }, catalogue, language: 'en' }));
    expect(text).toContain('underWay_ --> lapsed_ : ⏱ after 30 days / (underWay.daycare.wishing → lapsed)');
  });
});

describe('the numbers and the law', () => {
  const line = (text: string): DrawnLine | undefined => {
    const { root, edges } = toDrawing({ definition: moving, catalogue, language: 'en', day: '2025-06-01' });
    return [...everyDrawn(root), ...edges]
      .flatMap(({ lines }) => lines)
      .find(found => found.text.includes(text));
  };

  test.each([
    ['within 30 days', undefined], // as written
    ['after 28 days (Retssikkerhedsloven § 3)', 'municipalAnswer'],
    ['by `benefitWindow` (30 days; Boligstøtteloven § 15)', 'benefitWindow: move.date + 30 days'],
    ['[`late`]', 'late: today > move.date + 5 days · CPR-loven § 12'],
  ])('stand in the picture: %s', (text, note) => {
    expect(line(text)).toMatchObject({ text: expect.stringContaining(text) });
    expect(line(text)?.note).toBe(note);
  });

  test('are those of the day asked for, and say when they are our own choice', () => {
    const value = { from: '2020-01-01', source: 'Eget valg', confidence: 'found' } as const;
    const values = [
      { ...value, until: '2025-05-31', value: 'P1W' },
      { ...value, from: '2025-06-01', value: 'P2W', source: 'Own choice; as others have it' },
    ];
    const parameters = {
      ...moving.parameters,
      pause: {
        follows: 'day' as const,
        title: { da: '', en: '' },
        values,
      },
    };
    const request = { definition: { ...moving, parameters }, language: 'en' } as const;
    const words = DRAWING_WORDS.en;
    const on = (day: string): string => delayWords('pause', 'due', { ...request, day }, words).text;
    expect([on('2025-05-31'), on('2025-06-01')]).toEqual([
      'within 1 week (own choice)',
      'within 2 weeks (own choice)',
    ]);
  });

  test('refusals stay red among other lines of an arrow, and notes are tooltips', async () => {
    const svg = await drawSvg(toDrawing({ definition: moving, catalogue, language: 'en' }));
    expect(svg).toMatch(/<g class="row refusal">.*?<text class="line refusal"[^>]*>refused/);
    expect(svg).toContain('<title>municipalAnswer</title>');
  });

  test('names of the file are marked as such, and are the same in either language', async () => {
    for (const language of ['da', 'en'] as const) {
      const svg = await drawSvg(toDrawing({ definition: moving, catalogue, language }));
      expect(svg).toContain('[<tspan class="code">withPartner</tspan>]');
      expect(svg).not.toContain('`');
    }
  });

  test('a task is called by who has a role, and leaves open what has no value yet', () => {
    const title = 'Give {partner, person} the letter of {date, date}';
    const tasks = {
      ...moving.texts.en.tasks,
      declareMove: { ...moving.texts.en.tasks['declareMove']!, title },
    };
    const en = { ...moving.texts.en, tasks, rolesInText: { partner: 'your partner' } };
    const definition = { ...moving, texts: { ...moving.texts, en } };
    const [declare] = toDrawing({ definition, language: 'en' }).root.states;
    expect(declare?.lines[0]?.text).toContain('Give your partner the letter of …');
  });

  test('states beside each other with one title are told apart', () => {
    const states = { ...moving.texts.en.states, 'underWay.doctor': 'Same', 'underWay.daycare': 'Same' };
    const definition = { ...moving, texts: { ...moving.texts, en: { ...moving.texts.en, states } } };
    const titles = everyDrawn(toDrawing({ definition, language: 'en' }).root).map(({ title }) => title);
    expect(titles.filter(title => title.startsWith('Same'))).toEqual(['Same (doctor)', 'Same (daycare)']);
  });
});

describe('a branch alone', () => {
  const branch = (path: string): Drawing =>
    branchOf(toDrawing({ definition: moving, catalogue, language: 'en' }), path);

  test('shows what is in it, and stubs of what leads in and out', () => {
    const { root, edges, title } = branch('underWay.doctor');
    expect(title).toContain(': ');
    const stubs = root.states.filter(({ stub }) => stub).map(({ path }) => path);
    expect(stubs).toEqual(['declareMove', 'partnerConsent', 'moved']);
    const ends = edges.map(({ from, to }) => `${from} → ${to}`);
    expect(ends).toContain('partnerConsent → underWay.doctor');
    expect(ends).toContain('underWay.doctor → moved');
    expect(ends).toContain('underWay.doctor.changing → underWay.doctor.choosingDoctor');
    expect(ends.filter(end => end.includes('daycare') || end.includes('population'))).toEqual([]);
  });

  test('is laid out with its stubs around it, as SVG and as Mermaid', async () => {
    const drawing = branch('underWay.doctor');
    const { states } = await layOut(drawing);
    expect(states.map(({ state }) => state.path)).toEqual(
      expect.arrayContaining(['declareMove', 'underWay.doctor', 'underWay.doctor.changing', 'moved']),
    );
    expect(await drawSvg(drawing)).toContain('<rect class="stub"');
    const text = drawMermaid(drawing);
    expect(text).toContain('underWay_doctor_ --> moved_ : ✓ all parts are done');
    expect(text).toContain('    underWay_doctor_changing_ --> underWay_doctor_choosingDoctor_');
    expect(text).not.toContain('underWay_daycare');
    expect(text).toContain('Statechart of 5 states, 1 tasks, 1 requests to authorities and 2 deadlines.');
  });
});

describe('an overview', () => {
  test('is for what is too large to read', () => {
    const drawing = toDrawing({ definition: moving, catalogue, language: 'en' });
    expect(foldsOf(drawing)).toEqual([]);
    const inner = (path: string): DrawnState => ({ ...drawing.root, path, states: [] });
    const grown = (state: DrawnState): DrawnState => ({
      ...state,
      states: state.region
        ? Array.from({ length: 16 }, (_, at) => inner(`${state.path}.s${at}`))
        : state.states.map(grown),
    });
    expect(foldsOf({ ...drawing, root: grown(drawing.root) })).toEqual([
      'underWay.population',
      'underWay.doctor',
      'underWay.housingBenefit',
      'underWay.daycare',
    ]);
  });

  test('folds each region to a box with its number of states, and joins the arrows', async () => {
    const drawing = toDrawing({ definition: moving, catalogue, language: 'en' });
    const { root, edges } = overviewOf(
      drawing,
      ['underWay.doctor', 'underWay.daycare'],
      path => `${path}.svg`,
    );
    const doctor = everyDrawn(root).find(({ path }) => path === 'underWay.doctor');
    expect(doctor).toMatchObject({ type: 'atomic', states: [], href: 'underWay.doctor.svg' });
    expect(doctor?.lines[0]).toEqual({ mark: 'folded', text: '4 states' });
    expect(edges.filter(({ from }) => from.startsWith('underWay.doctor'))).toEqual([]);
    expect(edges.some(({ from }) => from.startsWith('underWay.population.'))).toBe(true);
    expect(await drawSvg({ ...drawing, root, edges })).toContain('<a href="underWay.doctor.svg">');
  });
});

describe('a picture that leads on', () => {
  test('links states and transitions to their lines', async () => {
    const link = (file: string, at: number): string => `../moving/${file}?a&b#L${at}`;
    const svg = await drawSvg(toDrawing({ definition: moving, catalogue, language: 'en', link }));
    const lines = moving.sources.main.text.split('\n');
    const found = [...svg.matchAll(/<a href="\.\.\/moving\/2025-01-01\.yaml\?a&amp;b#L(\d+)">/g)];
    const named = new Set(found.map(([, at]) => lines[Number(at) - 1]?.trim()));
    expect([...named]).toEqual(expect.arrayContaining(['declareMove:', 'doctor:', 'onDone: registered']));
  });

  test('lights up what a scenario walks', async () => {
    const walk = { entered: new Set(['declareMove', 'lapsed']), walked: new Set(['declareMove after P30D']) };
    const drawing = toDrawing({ definition: moving, catalogue, language: 'en', walk });
    const lit = drawing.edges.filter(({ walked }) => walked).map(({ from, to }) => `${from} → ${to}`);
    expect(lit).toEqual(['declareMove → lapsed']);
    const svg = await drawSvg(drawing);
    expect(svg).toContain('<path class="arrow clock lit"');
    expect(svg).toContain('<g class="off"><title>You have moved');
    expect(drawMermaid(drawing)).toContain('class declareMove_,lapsed_ walked');
  });
});

/** The same machine, in which a wish for daycare that is not made ends the journey. */
function withTarget({ machine }: Definition, target: string): Definition['machine'] {
  const change = (state: Definition['machine']): Definition['machine'] => ({
    ...state,
    states: state.states.map(change),
    transitions: state.transitions.map(transition =>
      state.path === 'underWay.daycare.wishing' && transition.trigger.kind === 'after'
        ? { ...transition, targets: [`#moving.${target}`], targetPaths: [target] }
        : transition,
    ),
  });
  return change(machine);
}

it('refuses a picture with more states than can be drawn', () => {
  const [definition] = readJourney(sizedJourney('chain', 600)).definitions;
  if (!definition) throw new Error('no definition');
  expect(() => toDrawing({ definition, language: 'da' })).toThrow('The picture would have 600 states');
});
