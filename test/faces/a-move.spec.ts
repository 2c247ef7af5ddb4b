import { STARTING } from '../e2e/api/system.js';
import { until } from '../support/index.js';
import { withNumbers } from './answer-task.js';
import { type Visitor } from './visitor.js';
import { press, told, Walk } from './walk.js';

const UNSCRIPTED = { javaScriptEnabled: false };

/** A whole household moves: two people at two browsers without scripts, and the authorities between them. */
describe('a move on the pages', () => {
  let walk: Walk;
  let anna: Visitor;
  let bo: Visitor;

  beforeAll(async () => {
    walk = await Walk.open('2025-03-03T08:00:00Z');
    anna = await walk.faces.visitor('anna', UNSCRIPTED);
    bo = await walk.faces.visitor('bo', UNSCRIPTED);
  }, STARTING);

  afterAll(() => walk?.close());

  it('is told of by one of two', async () => {
    await walk.begin(anna, 'moving');
    const move = {
      address: 'Strandvejen 8, 1. th., 8240 Risskov',
      date: '2025-03-15',
      tenure: 'tenant',
      host: 'Boligforeningen Fjord',
      partner: 'bo',
    };
    await walk.fills(anna, 'declareMove', withNumbers(move));
    expect(await told(anna)).toContain('Strandvejen 8');
  });

  it('waits for the other, who says yes in a window of their own', async () => {
    const task = 'consents.partner.asking.answering';
    await walk.asked(bo, task);
    await anna.goTo(walk.journey);
    expect(await told(anna)).toContain('Vi venter på svar fra Bo Holm.');
    // What happens if he does nothing is said of him, not to her.
    expect(await told(anna)).not.toContain('Svarer du ikke');
    expect(await anna.page.locator(`a[href="${walk.pathOf(task)}"]`).count()).toBe(0);
    await bo.goTo(walk.pathOf(task));
    expect(await bo.heading()).toBe('Svar på, om du flytter med');
    // What it leads to is said before it is sent.
    await bo.page.getByRole('link', { name: 'Ja, jeg flytter med' }).click();
    await press(bo, 'Ja, jeg flytter med');
    await bo.page.waitForURL(`**${walk.journey}/kvitteringer/*`);
  });

  it('goes on by itself, until each chooses a doctor of their own from a list', async () => {
    await walk.asked(anna, 'underWay.doctor.choosing');
    expect(await anna.page.locator(`a[href*="partnerDoctor"]`).count()).toBe(0);
    await walk.fills(anna, 'underWay.doctor.choosing', { doctor: '040215', childrenToo: true });
    expect(await told(anna)).toContain('Lægerne Risskov');
    await walk.fills(bo, 'underWay.partnerDoctor.choosing', { doctor: '040377' });
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
    const eva = await walk.faces.visitor('eva', UNSCRIPTED);
    expect(await eva.goTo(walk.journey)).toBe(404);
    await eva.goTo('/beskeder');
    expect(await told(eva)).not.toContain('Flytning');
  });
});
