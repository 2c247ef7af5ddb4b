import path from 'node:path';
import { POPULATION } from '../../apps/standalone/src/sample-people.js';
import { STARTING } from '../e2e/api/system.js';
import { until } from '../support/index.js';
import { answerTask, withNumbers } from './answer-task.js';
import { type FacesUnderTest, startFaces } from './faces-under-test.js';
import { type Visitor } from './visitor.js';

const JOURNEYS = path.resolve(import.meta.dirname, '../../journeys');
const UNSCRIPTED = { javaScriptEnabled: false };
const MORNING = Date.parse('2025-03-03T08:00:00Z');
const MINUTE = 60_000;

/** A whole household moves: two people at two browsers without scripts, and the authorities between them. */
describe('a move on the pages', () => {
  let now = MORNING;
  let faces: FacesUnderTest;
  let anna: Visitor;
  let bo: Visitor;
  let journey: string;

  beforeAll(async () => {
    faces = await startFaces(JOURNEYS, {
      clock: { now: () => now },
      authorities: { population: POPULATION },
    });
    anna = await faces.visitor('anna', UNSCRIPTED);
    bo = await faces.visitor('bo', UNSCRIPTED);
  }, STARTING);

  afterAll(() => faces?.close());

  const told = (visitor: Visitor): Promise<string> => visitor.page.locator('main').innerText();
  const press = ({ page }: Visitor, name: string) => page.getByRole('button', { name, exact: true }).click();
  const asked = (visitor: Visitor, task: string) =>
    until(async () => {
      now += MINUTE;
      await visitor.goTo(journey);
      return visitor.page.locator(`main a[href="${journey}/opgaver/${task}"]`).first().isVisible();
    }, `the case to ask for ${task}`);

  it('is told of by one of two', async () => {
    await anna.begin('moving');
    journey = anna.path;
    await asked(anna, 'declareMove');
    await anna.goTo(`${journey}/opgaver/declareMove`);
    const move = {
      address: 'Strandvejen 8, 1. th., 8240 Risskov',
      date: '2025-03-15',
      tenure: 'tenant',
      host: 'Boligforeningen Fjord',
      partner: 'bo',
    };
    await answerTask(anna, withNumbers(move));
    expect(anna.path).toMatch(new RegExp(`^${journey}/kvitteringer/`));
    expect(await told(anna)).toContain('Strandvejen 8');
  });

  it('waits for the other, who says yes in a window of their own', async () => {
    const task = 'consents.partner.asking.answering';
    await asked(bo, task);
    await anna.goTo(journey);
    expect(await told(anna)).toContain('Vi venter på svar fra Bo Holm.');
    // What happens if he does nothing is said of him, not to her.
    expect(await told(anna)).not.toContain('Svarer du ikke');
    expect(await anna.page.locator(`a[href="${journey}/opgaver/${task}"]`).count()).toBe(0);
    await bo.goTo(`${journey}/opgaver/${task}`);
    expect(await bo.heading()).toBe('Svar på, om du flytter med');
    // What it leads to is said before it is sent.
    await bo.page.getByRole('link', { name: 'Ja, jeg flytter med' }).click();
    await press(bo, 'Ja, jeg flytter med');
    expect(bo.path).toMatch(new RegExp(`^${journey}/kvitteringer/`));
  });

  it('goes on by itself, until each chooses a doctor of their own from a list', async () => {
    await asked(anna, 'underWay.doctor.choosing');
    await anna.goTo(journey);
    expect(await anna.page.locator(`a[href*="partnerDoctor"]`).count()).toBe(0);
    await anna.goTo(`${journey}/opgaver/underWay.doctor.choosing`);
    await answerTask(anna, { doctor: '040215', childrenToo: true });
    expect(await told(anna)).toContain('Lægerne Risskov');
    await asked(bo, 'underWay.partnerDoctor.choosing');
    await bo.goTo(`${journey}/opgaver/underWay.partnerDoctor.choosing`);
    await answerTask(bo, { doctor: '040377' });
    expect(await told(bo)).toContain('Lægehuset Vejlby');
  });

  it('is told of in messages, and in who has used which data', async () => {
    await until(async () => {
      await anna.goTo('/beskeder');
      return (await told(anna)).includes('Lægerne Risskov') || (await told(anna)).includes('læge');
    }, 'a message about the doctor');
    await anna.goTo('/mine-oplysninger');
    expect(await told(anna)).toContain('Det Centrale Personregister');
    await anna.goTo('/');
    expect(await told(anna)).toContain('Flytning');
  });

  it('is nothing that somebody else can see', async () => {
    const eva = await faces.visitor('eva', UNSCRIPTED);
    expect(await eva.goTo(journey)).toBe(404);
    await eva.goTo('/beskeder');
    expect(await told(eva)).not.toContain('Flytning');
  });
});
