import path from 'node:path';
import { type JsonObject } from '#schema';
import { POPULATION } from '../../apps/standalone/src/sample-people.js';
import { until } from '../support/index.js';
import { answerTask } from './answer-task.js';
import { type FacesUnderTest, startFaces } from './faces-under-test.js';
import { type Visitor } from './visitor.js';

const JOURNEYS = path.resolve(import.meta.dirname, '../../journeys');
const MINUTE = 60_000;
export const DAY = 864e5;

/** A life event of sample people from its first page to its last, in calendar time that passes as the walk goes on. */
export class Walk {
  /** Path of the case. */
  journey = '';
  #now: number;
  #faces: FacesUnderTest | undefined;

  private constructor(start: string) {
    this.#now = Date.parse(start);
  }

  static async open(start: string): Promise<Walk> {
    const walk = new Walk(start);
    walk.#faces = await startFaces(JOURNEYS, {
      clock: { now: () => walk.#now },
      authorities: { population: POPULATION },
    });
    return walk;
  }

  get faces(): FacesUnderTest {
    return this.#faces!;
  }

  async close(): Promise<void> {
    await this.#faces?.close();
  }

  pass(milliseconds: number): void {
    this.#now += milliseconds;
    const { agenda } = this.faces.system.authorities.simulations;
    while (agenda.takeNext());
  }

  /** Begins it, and goes on in that case. */
  async begin(visitor: Visitor, definition: string): Promise<void> {
    await visitor.begin(definition);
    this.journey = visitor.path;
  }

  /** Looks at the case, minute by minute, until it says so. */
  async until(visitor: Visitor, said: string): Promise<void> {
    await until(async () => {
      this.pass(MINUTE);
      await visitor.goTo(this.journey);
      return (await told(visitor)).includes(said);
    }, `the case to say: ${said}`);
  }

  /** Looks at the case, minute by minute, until it asks for a task. */
  async asked(visitor: Visitor, task: string): Promise<void> {
    await until(async () => {
      this.pass(MINUTE);
      await visitor.goTo(this.journey);
      return visitor.page
        .locator(`main a[href="${this.pathOf(task)}"]`)
        .first()
        .isVisible();
    }, `the case to ask for ${task}`);
  }

  /** Opens a task once it is asked for. */
  async opens(visitor: Visitor, task: string): Promise<void> {
    await this.asked(visitor, task);
    await visitor.goTo(this.pathOf(task));
  }

  /** Answers a task by what is filled in. */
  async fills(visitor: Visitor, task: string, data: JsonObject): Promise<void> {
    await this.opens(visitor, task);
    await answerTask(visitor, data);
    await this.#receipted(visitor);
  }

  /** Answers a task by a button; one that stands beside a form is asked about once more. */
  async chooses(visitor: Visitor, task: string, label: string): Promise<void> {
    await this.opens(visitor, task);
    const link = visitor.page.getByRole('link', { name: label, exact: true });
    if (await link.isVisible()) await link.click();
    await press(visitor, label);
    await this.#receipted(visitor);
  }

  async #receipted(visitor: Visitor): Promise<void> {
    await visitor.page.waitForURL(`**${this.journey}/kvitteringer/*`);
  }

  pathOf(task: string): string {
    return `${this.journey}/opgaver/${task}`;
  }
}

/** All that a page says. */
export function told(visitor: Visitor): Promise<string> {
  return visitor.page.locator('main').innerText();
}

export function press({ page }: Visitor, name: string): Promise<void> {
  return page.getByRole('button', { name, exact: true }).click();
}

/** All that somebody can read, of a case and around it, as it is sent to them. */
export async function everythingToldTo({ context, address }: Visitor, journey: string): Promise<string> {
  const read = new Map<string, string>();
  const inside = (at: string) => at.startsWith(`${journey}/kvitteringer`) || /^\/beskeder\/./.test(at);
  const waiting = [
    '/',
    '/beskeder',
    journey,
    `${journey}/haendelser`,
    `${journey}/kvitteringer`,
    '/mine-oplysninger',
    '/mine-oplysninger/udtraek',
    '/mine-oplysninger/udtraek.json',
  ];
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    if (read.has(at)) continue;
    const response = await context.request.get(`${address}${at}`);
    expect({ at, status: response.status() }).toEqual({ at, status: 200 });
    const text = await response.text();
    read.set(at, text);
    for (const [, href = ''] of text.matchAll(/href="([^"?#]+)/g)) if (inside(href)) waiting.push(href);
  }
  return [...read.values()].join('\n');
}
