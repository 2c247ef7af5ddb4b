import { STARTING } from '../e2e/api/system.js';
import { type Visitor } from './visitor.js';
import { Walk } from './walk.js';

/** A whole household moves: two people at two browsers without scripts, and the authorities between them. */
describe('a move on the pages', () => {
  let walk: Walk;
  let anna: Visitor;
  let bo: Visitor;

  beforeAll(async () => {
    walk = await Walk.start('2025-03-03');
    anna = await walk.visitor('anna');
    bo = await walk.visitor('bo');
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
    expect(await walk.fillIn(anna, 'declareMove', move)).toContain('Strandvejen 8');
  });

  it('waits for the other, who says yes in a window of their own', async () => {
    const task = 'consents.partner.asking.answering';
    await walk.asks(bo, task);
    const waiting = await walk.read(anna, walk.journey);
    expect(waiting).toContain('Vi venter på svar fra Bo Holm.');
    // What happens if he does nothing is said of him, not to her.
    expect(waiting).not.toContain('Svarer du ikke');
    expect(await anna.page.locator(`a[href="${walk.pathOf(task)}"]`).count()).toBe(0);
    await bo.goTo(walk.pathOf(task));
    expect(await bo.heading()).toBe('Svar på, om du flytter med');
    expect(await bo.findings()).toEqual([]);
    // What it leads to is said before it is sent.
    await bo.page.getByRole('link', { name: 'Ja, jeg flytter med' }).click();
    await bo.page.getByRole('button', { name: 'Ja, jeg flytter med', exact: true }).click();
    await bo.page.waitForURL(`**${walk.journey}/kvitteringer/*`);
  });

  it('goes on by itself, until each chooses a doctor of their own from a list', async () => {
    await walk.asks(anna, 'underWay.doctor.choosing');
    expect(await anna.page.locator(`a[href*="partnerDoctor"]`).count()).toBe(0);
    // Whoever has chosen none is told to choose, and not how the number behind it is written.
    await walk.open(anna, 'underWay.doctor.choosing');
    await anna.page.getByRole('button', { name: 'Fortsæt', exact: true }).click();
    await anna.page.getByRole('link', { name: 'Læge: Vælg en af mulighederne.' }).waitFor();
    const hers = { doctor: '040215', childrenToo: true };
    expect(await walk.fillIn(anna, 'underWay.doctor.choosing', hers)).toContain('Lægerne Risskov');
    const his = { doctor: '040377' };
    expect(await walk.fillIn(bo, 'underWay.partnerDoctor.choosing', his)).toContain('Lægehuset Vejlby');
  });

  it('is told of in messages, and in who has used which data', async () => {
    await walk.says(anna, '/beskeder', 'læge');
    expect(await walk.read(anna, '/mine-oplysninger')).toContain('Det Centrale Personregister');
    expect(await anna.findings()).toEqual([]);
    expect(await walk.read(anna, '/')).toContain('Flytning');
    expect(await anna.findings()).toEqual([]);
  });

  it('is nothing that somebody else can see', async () => {
    const eva = await walk.visitor('eva');
    expect(await eva.goTo(walk.journey)).toBe(404);
    expect(await walk.read(eva, '/beskeder')).not.toContain('Flytning');
  });
});
