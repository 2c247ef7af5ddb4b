import { resolve } from 'node:path';
import { type JsonObject } from '#schema';
import { POPULATION } from '../../apps/standalone/src/sample-people.js';
import { until } from '../support/index.js';
import { answerTask, withNumbers } from './answer-task.js';
import { type FacesUnderTest, startFaces } from './faces-under-test.js';
import { type Visitor, type VisitorOptions } from './visitor.js';

const JOURNEYS = resolve(import.meta.dirname, '../../journeys');
const MINUTE = 60_000;

/** A journey that people walk through on the pages, each at a browser that does not run our script, while time goes on. */
export class Walk {
  /** Path of the journey, once it has begun. */
  journey = '';
  readonly #faces: FacesUnderTest;
  readonly #clock: { now: number };
  readonly #read = new Map<Visitor, string[]>();

  private constructor(faces: FacesUnderTest, clock: { now: number }) {
    this.#faces = faces;
    this.#clock = clock;
  }

  /** @param day on which it is morning at first */
  static async start(day: string): Promise<Walk> {
    const clock = { now: morningOf(day) };
    const faces = await startFaces(JOURNEYS, {
      // No two things happen at one moment.
      clock: { now: () => (clock.now += 1) },
      authorities: { population: POPULATION },
    });
    return new Walk(faces, clock);
  }

  close(): Promise<void> {
    return this.#faces.close();
  }

  /** The simulated authorities, to make one of them slower, or of another opinion. */
  get authorities() {
    return this.#faces.system.authorities.simulations;
  }

  async visitor(name: string, options: VisitorOptions = {}): Promise<Visitor> {
    const visitor = await this.#faces.visitor(name, { unscripted: true, ...options });
    this.#read.set(visitor, []);
    return visitor;
  }

  /** Lets time go on to the morning of a day. */
  goOnTo(day: string): void {
    this.#pass(morningOf(day) - this.#clock.now);
  }

  async begin(visitor: Visitor, definition: string): Promise<void> {
    await visitor.begin(definition);
    this.journey = visitor.path;
  }

  pathOf(task: string): string {
    return `${this.journey}/opgaver/${task}`;
  }

  /** What a page says; the one that is shown, unless another is named. */
  async read(visitor: Visitor, path?: string): Promise<string> {
    if (path !== undefined) await visitor.goTo(path);
    const text = await visitor.page.locator('main').innerText();
    this.#read.get(visitor)?.push(text);
    return text;
  }

  /** Goes on until a page says something. */
  async says(visitor: Visitor, path: string, words: string): Promise<string> {
    return until(async () => {
      this.#pass(MINUTE);
      const text = await this.read(visitor, path);
      return text.includes(words) && text;
    }, `${path} to say ${words}`);
  }

  /** Goes on until the journey asks for a task. */
  async asks(visitor: Visitor, task: string): Promise<string> {
    return until(async () => {
      this.#pass(MINUTE);
      const text = await this.read(visitor, this.journey);
      const link = visitor.page.locator(`main a[href="${this.pathOf(task)}"]`).first();
      return (await link.isVisible()) && text;
    }, `the journey to ask for ${task}`);
  }

  /** Goes on until a task is asked, and opens it. */
  async open(visitor: Visitor, task: string): Promise<string> {
    await this.asks(visitor, task);
    return this.read(visitor, this.pathOf(task));
  }

  /** @returns what the receipt says */
  async fillIn(visitor: Visitor, task: string, data: JsonObject): Promise<string> {
    await this.open(visitor, task);
    await answerTask(visitor, withNumbers(data), async () => void (await this.read(visitor)));
    return this.#receipt(visitor);
  }

  /** Gives the answer that a button names, after the page that asks about it once more, where there is one. */
  async choose(visitor: Visitor, task: string, label: string): Promise<string> {
    await this.open(visitor, task);
    const link = visitor.page.getByRole('link', { name: label, exact: true });
    if ((await link.count()) > 0) await link.click();
    await visitor.page.getByRole('button', { name: label, exact: true }).click();
    return this.#receipt(visitor);
  }

  /** Every message of somebody, the newest first. */
  async messages(visitor: Visitor): Promise<readonly string[]> {
    await this.read(visitor, '/beskeder');
    const paths = await visitor.page
      .locator('main .messages a')
      .evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''));
    const messages: string[] = [];
    for (const path of paths) messages.push(await this.read(visitor, path));
    return messages;
  }

  /** Makes a register report something; people are known by their names. */
  async report(event: string, data: JsonObject): Promise<void> {
    const [authority, name] = event.split('.');
    const answer = await fetch(`${this.#faces.system.authoritiesUrl}/${authority}/events/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(withNumbers(data)),
    });
    expect(answer.status).toBe(202);
  }

  /** Everything that somebody has read so far. */
  everythingReadBy(visitor: Visitor): string {
    return (this.#read.get(visitor) ?? []).join('\n');
  }

  /** Of several people those who are told some words, in whatever letters, by anything that they have read or could read. */
  async whoIsTold(
    phrases: readonly string[],
    people: Readonly<Record<string, Visitor>>,
  ): Promise<Readonly<Record<string, readonly string[]>>> {
    const told: [name: string, text: string][] = [];
    for (const [name, visitor] of Object.entries(people))
      told.push([name, (await this.#everythingToldTo(visitor)).toLowerCase()]);
    return Object.fromEntries(
      phrases.map(phrase => [
        phrase,
        told.filter(([, text]) => text.includes(phrase.toLowerCase())).map(([name]) => name),
      ]),
    );
  }

  /** Everything that somebody has read, and all else that there is to read, as it is sent to them. */
  async #everythingToldTo(visitor: Visitor): Promise<string> {
    const { context, address } = visitor;
    const sent = new Map<string, string>();
    const more = (at: string) => at.startsWith(`${this.journey}/kvitteringer`) || /^\/beskeder\/./.test(at);
    const waiting = [
      '/',
      '/beskeder',
      this.journey,
      `${this.journey}/haendelser`,
      `${this.journey}/kvitteringer`,
      '/mine-oplysninger',
      '/mine-oplysninger/udtraek',
      '/mine-oplysninger/udtraek.json',
    ];
    for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
      if (sent.has(at)) continue;
      const response = await context.request.get(`${address}${at}`);
      expect({ at, status: response.status() }).toEqual({ at, status: 200 });
      const text = await response.text();
      sent.set(at, text);
      for (const [, href = ''] of text.matchAll(/href="([^"?#]+)/g)) if (more(href)) waiting.push(href);
    }
    return [this.everythingReadBy(visitor), ...sent.values()].join('\n');
  }

  async #receipt(visitor: Visitor): Promise<string> {
    await visitor.page.waitForURL(`**${this.journey}/kvitteringer/*`);
    return this.read(visitor);
  }

  /** Whoever moves time takes what the authorities have due by then. */
  #pass(milliseconds: number): void {
    this.#clock.now += Math.max(0, milliseconds);
    const { agenda } = this.authorities;
    while (agenda.takeNext());
  }
}

function morningOf(day: string): number {
  return Date.parse(`${day}T08:00:00Z`);
}
