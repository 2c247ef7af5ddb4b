import { type JsonObject } from '#schema';
import { POPULATION } from '../../../apps/standalone/src/sample-people.js';
import { until } from '../../support/index.js';
import { answerTask, withNumbers } from '../answer-task.js';
import { type FacesUnderTest, startFaces } from '../faces-under-test.js';
import { type Visitor } from '../visitor.js';

const UNSCRIPTED = { javaScriptEnabled: false };
const MINUTE = 60_000;

/** A journey that several people walk through on the pages, each at a browser without scripts, while time goes on. */
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
  static async start(journeys: string, day: string): Promise<Walk> {
    const clock = { now: morningOf(day) };
    const faces = await startFaces(journeys, {
      // No two things happen at one moment.
      clock: { now: () => (clock.now += 1) },
      authorities: { population: POPULATION },
    });
    return new Walk(faces, clock);
  }

  async visitor(name: string): Promise<Visitor> {
    const visitor = await this.#faces.visitor(name, UNSCRIPTED);
    this.#read.set(visitor, []);
    return visitor;
  }

  /** Lets time go on to the morning of a day. */
  goOnTo(day: string): void {
    this.#clock.now = Math.max(this.#clock.now, morningOf(day));
  }

  async begin(visitor: Visitor, definition: string): Promise<void> {
    await visitor.begin(definition);
    this.journey = visitor.path;
  }

  /** What a page says; the one that is shown, unless another is named. */
  async read(visitor: Visitor, path?: string): Promise<string> {
    if (path !== undefined) await visitor.goTo(path);
    const text = await visitor.page.locator('main').innerText();
    this.#read.get(visitor)?.push(text);
    return text;
  }

  /** Everything that somebody has read so far. */
  everythingReadBy(visitor: Visitor): string {
    return (this.#read.get(visitor) ?? []).join('\n');
  }

  /** Goes on until a page says something. */
  async says(visitor: Visitor, path: string, words: string): Promise<string> {
    return until(async () => {
      this.#clock.now += MINUTE;
      const text = await this.read(visitor, path);
      return text.includes(words) && text;
    }, `${path} to say ${words}`);
  }

  /** Goes on until a task is asked, and opens it. */
  async open(visitor: Visitor, task: string): Promise<string> {
    const path = `${this.journey}/opgaver/${task}`;
    await until(async () => {
      this.#clock.now += MINUTE;
      await this.read(visitor, this.journey);
      return visitor.page.locator(`main a[href="${path}"]`).first().isVisible();
    }, `the journey to ask for ${task}`);
    return this.read(visitor, path);
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

  async #receipt(visitor: Visitor): Promise<string> {
    expect(visitor.path).toMatch(new RegExp(`^${this.journey}/kvitteringer/`));
    return this.read(visitor);
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

  close(): Promise<void> {
    return this.#faces.close();
  }
}

function morningOf(day: string): number {
  return Date.parse(`${day}T08:00:00Z`);
}
