import { POPULATION } from '../../apps/standalone/src/sample-people.js';
import { STARTING } from '../e2e/api/system.js';
import { type Visitor } from './visitor.js';
import { Walk } from './walk.js';

/** A replacement number, so that it is nobody's. */
const NEWBORN = '7209250011';
const CHILD = 'underWay.newborn1.living';

/** Two who are not married have a child: what is decided of one of them is theirs, the child is both's. */
describe('a birth on the pages', () => {
  let walk: Walk;
  let eva: Visitor;
  let kim: Visitor;

  beforeAll(async () => {
    walk = await Walk.start('2025-03-03');
    eva = await walk.visitor('eva');
    kim = await walk.visitor('kim');
  }, STARTING);

  afterAll(() => walk?.close());

  it('is foreseen by the one who is pregnant, who says who else may follow it', async () => {
    await walk.begin(eva, 'having-a-child');
    const sent = await walk.fillIn(eva, 'expecting', {
      dueDate: '2025-09-15',
      homeBirth: false,
      declineFirstScan: true,
      coParent: 'kim',
    });
    expect(sent).toMatch(/Vil du springe den første scanning over\?\s+Ja/);
    const page = await walk.says(eva, walk.journey, 'Jordemoder: Aarhus Universitetshospital');
    // What she may say at any time waits for her, and nobody works at it.
    expect(page).toMatch(
      /Hvis graviditeten gør dig syg\s*Når du vil\s+Fortæl, hvis graviditeten gør dig syg/,
    );
    const others = await walk.read(kim, walk.journey);
    expect(others).toContain('Med i forløbet: barnets mor.');
    expect(others).not.toContain('Du venter barn');
    expect(others).not.toContain('født barnet');
    // What stands over it already is not said again.
    expect(others).not.toMatch(/Besked til arbejdsgiveren\s*I gang\s+Besked til arbejdsgiveren/);
  });

  it('has a name for each appointment', async () => {
    const overview = await walk.read(eva, '/');
    expect(overview).toMatch(/Jordemoder: /);
    expect(overview).toMatch(/Anden scanning: /);
  });

  it('can be said to be over by one word, and no promise is made of undoing that', async () => {
    const loss = await walk.read(eva, `${walk.journey}/opgaver/pregnancy`);
    expect(loss).toContain('Vi har mistet vores barn');
    expect(loss).not.toContain('trækkes tilbage');
  });

  it('is told to each employer by each parent', async () => {
    const asked = await walk.open(eva, 'pregnancy.employer.telling');
    expect(asked).toMatch(/Du kan gå på orlov fra\s+Mandag den 18\. august 2025/);
    await walk.choose(eva, 'pregnancy.employer.telling', 'Jeg har givet besked');
    await walk.choose(kim, 'pregnancy.employer.coParentTelling', 'Jeg har ingen arbejdsgiver');
    // Nobody is at it half a year ahead.
    expect(await walk.read(eva, walk.journey)).toMatch(/Fødslen\s*Endnu ikke/);
  });

  it('is in the register, and the newborn is spoken of and takes no part', async () => {
    walk.goOnTo('2025-09-12');
    await walk.report('cpr.birthRegistered', {
      child: NEWBORN,
      mother: 'eva',
      born: '2025-09-12',
      children: 1,
      parish: 'Risskov',
      municipality: '0751',
    });
    const page = await walk.says(eva, walk.journey, 'Barn født fredag den 12. september 2025');
    expect(page).toContain('Med i forløbet: den anden forælder.');
    await walk.says(kim, walk.journey, 'Lone Dam kommer første gang');
    const others = await walk.read(kim, walk.journey);
    // He has not become a parent yet, and nothing of his is done.
    expect(others).toMatch(/Barselsdagpenge\s*I gang/);
    expect(others).not.toContain('Du kan skrive barnet op');
    // The mother may sign it up for daycare, and nobody waits for her to.
    expect(others).not.toContain('Vi venter på svar fra barnets mor');
    // A birth that went well is called so, and what nobody needed is not called done.
    expect(page).toMatch(/Jordemoder og scanninger\s*Færdig/);
    expect(page).not.toMatch(/Afsluttet|Hvis graviditeten gør dig syg\s*Færdig/);
  });

  it('gets both parents by two signatures, and what is to be signed is read and not filled in', async () => {
    await walk.fillIn(eva, 'underWay.parentage.motherSigning', { kind: 'paternity' });
    const asked = await walk.open(kim, 'underWay.parentage.coParentSigning.answering');
    expect(asked).toMatch(/Du bliver\s+Far/);
    expect(asked).not.toContain('frivilligt');
    expect(await kim.findings()).toEqual([]);
    expect(asked).not.toContain('Fortsæt');
    await walk.choose(kim, 'underWay.parentage.coParentSigning.answering', 'Skriv under');
  });

  it('gets a name that both agree on', async () => {
    await walk.fillIn(eva, `${CHILD}.name.proposing`, { firstNames: 'Alma Kim', surname: 'Lund' });
    const asked = await walk.open(kim, `${CHILD}.name.agreeing.answering`);
    expect(asked).toMatch(/Fornavne\s+Alma Kim\s+Efternavn\s+Lund/);
    await walk.choose(kim, `${CHILD}.name.agreeing.answering`, 'Jeg siger ja');
    for (const parent of [eva, kim]) await walk.says(parent, walk.journey, 'Barnet hedder Alma Kim Lund');
  });

  it('brings money and leave, to each their own', async () => {
    const benefit = await walk.open(eva, `${CHILD}.childBenefit.confirming`);
    expect(benefit).toContain('Udbetaling Danmark har regnet ud, hvad du kan få');
    expect(await eva.findings()).toEqual([]);
    await walk.fillIn(eva, `${CHILD}.childBenefit.confirming`, { remark: 'Navnet på døren er Lindgård' });
    const check = walk.everythingReadBy(eva);
    expect(check).toContain('Lindgård');
    // A child that is born is in CPR for good: it cannot be cancelled any more.
    expect(check.slice(check.lastIndexOf('Se dine svar igennem'))).not.toContain('hvis du annullerer');
    await walk.fillIn(eva, 'underWay.maternityPay.planning', {
      weeks: 24,
      leaveFrom: '2025-09-12',
      payStopsOn: '2025-11-03',
    });
    await walk.choose(eva, 'underWay.maternityPay.open', 'Søg nu');
    await walk.fillIn(eva, 'underWay.leave.choosing', { weeks: 5 });
    await walk.says(eva, walk.journey, 'Du har givet orlov til den anden forælder. Antal uger: 5');
    await walk.fillIn(kim, 'underWay.coParentPay.applying.planning', {
      weeks: 17,
      leaveFrom: '2025-10-06',
      payStopsOn: '2025-12-15',
    });
    await walk.choose(kim, 'underWay.coParentPay.applying.open', 'Søg nu');
    for (const parent of [eva, kim]) await walk.says(parent, walk.journey, 'Du får 4.695 kr. om ugen');
  });

  it('gets a place in daycare, and a passport that both say yes to', async () => {
    await walk.fillIn(eva, `${CHILD}.daycare.wishing`, { wantedFrom: '2026-08-03', kind: 'nursery' });
    await walk.choose(eva, `${CHILD}.passport.wishing`, 'Bestil tid');
    const asked = await walk.open(kim, `${CHILD}.passport.consenting.answering`);
    expect(asked).toMatch(/Barn\s+Alma Kim Lund/);
    await walk.choose(kim, `${CHILD}.passport.consenting.answering`, 'Jeg siger ja');
    for (const parent of [eva, kim]) await walk.says(parent, walk.journey, 'Tid til pas ');
    const page = await walk.read(eva, walk.journey);
    // What is over does not stand for what goes on.
    expect(page).not.toMatch(/Du skal ikke gøre noget lige nu\. (Ugerne er givet videre|Deling af orlov)/);
    expect(page).toMatch(
      /Barnets forældre\s*Når du vil\s+Sig til, hvis registreringen af forældrene er forkert/,
    );
  });

  it('ends when the parents are so for good', async () => {
    walk.goOnTo('2026-03-23');
    for (const parent of [eva, kim]) {
      const page = await walk.says(parent, walk.journey, 'Sådan gik det');
      expect(await parent.findings()).toEqual([]);
      expect(page).toContain('Barnets forældre er registreret');
      const [last] = await walk.messages(parent);
      expect(last).toContain('Vi ønsker jer alt godt.');
      expect(await walk.read(parent, '/')).toContain('Udbetaling Danmark afgjorde sagen');
      await walk.read(parent, `${walk.journey}/haendelser`);
      await walk.read(parent, `${walk.journey}/kvitteringer`);
      expect(await walk.read(parent, '/mine-oplysninger')).toContain('Udbetaling Danmark');
    }
  });

  it('tells neither what is the other’s', async () => {
    const { cpr } = POPULATION.people.find(({ name }) => name === 'eva')!;
    const hers = ['team nord', 'lindgård', 'mandag den 3. november 2025', '5.292'];
    const his = ['mandag den 15. december 2025', 'mandag den 6. oktober 2025'];
    expect(await walk.whoIsTold([...hers, ...his, cpr], { eva, kim })).toEqual({
      ...Object.fromEntries(hers.map(words => [words, ['eva']])),
      ...Object.fromEntries(his.map(words => [words, ['kim']])),
      [cpr]: [],
    });
  });
});
