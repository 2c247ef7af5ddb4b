import { fileURLToPath } from 'node:url';
import { sizedJourney } from '../check/fixtures/sized-journey.js';
import { type Definition, everyState, readJourney, readJourneyFolder } from '#journey';
import { fixtureCatalogue } from '../check/fixtures/fixture-catalogue.js';
import { toDrawing } from './drawing.js';
import { type Box, layOut, type PlacedState } from './layout.js';
import { drawMermaid } from './mermaid.js';
import { pack } from './pack.js';
import { drawSvg } from './svg.js';

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
    const svg = await drawSvg({ definition: moving, catalogue, language: 'da' });
    expect(svg).toContain('<title id="overgang-title">Flytning (2025-01-01)</title>');
    expect(svg).toMatch(
      /<desc id="overgang-desc">Meld flytning én gang\..* 5 opgaver, 5 henvendelser .*<\/desc>/,
    );
    expect(svg).toContain('lang="da"');
    expect(svg).toContain('prefers-color-scheme: dark');
    for (const tier of ['municipal', 'regional', 'state']) expect(svg).toContain(`<rect class="${tier}"`);
  });

  test('escapes what designers write', async () => {
    const odd = { ...moving, title: { da: 'A & <B>', en: 'A & <B>' } };
    const svg = await drawSvg({ definition: odd, catalogue, language: 'en' });
    expect(svg).toContain('A &amp; &lt;B&gt; (2025-01-01)');
    expect(svg).not.toContain('<B>');
  });

  test('is the same each time', async () => {
    const request = { definition: moving, catalogue, language: 'en' } as const;
    expect(await drawSvg(request)).toBe(await drawSvg(request));
  });
});

describe('Mermaid', () => {
  test('declares every state and its regions, and draws every arrow', () => {
    const text = drawMermaid({ definition: moving, catalogue, language: 'en' });
    for (const { path } of everyState(moving.machine)) {
      if (path) expect(text).toContain(` as ${path.replaceAll('.', '_')}_\n`);
    }
    expect(text.match(/^ +--$/gm)).toHaveLength(3);
    expect(text).toContain('declareMove_ --> partnerConsent_ : Send [with partner]');
    expect(text).toContain('partnerConsent_ --> declareMove_ : Refuse ✉ / ⏱ after 14 days ✉');
    expect(text).toContain('[*] --> declareMove_');
    expect(text).toContain('lapsed_ --> [*]');
  });

  test('draws an arrow between two composite states from the outside, naming its ends', () => {
    const machine = withTarget(moving, 'lapsed');
    const text = drawMermaid({ definition: { ...moving, machine }, catalogue, language: 'en' });
    expect(text).toContain('underWay_ --> lapsed_ : ⏱ after 30 days / (underWay.daycare.wishing → lapsed)');
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
  expect(() => drawMermaid({ definition, language: 'da' })).toThrow('The picture would have 600 states');
});
