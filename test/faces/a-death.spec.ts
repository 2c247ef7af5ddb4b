import { STARTING } from '../e2e/api/system.js';
import { type Visitor } from './visitor.js';
import { Walk } from './walk.js';

const CHEERFUL = /tillykke|hurra|godt klaret|glæd|flot|super|!/i;

/** Two who have lost their father: one sees to everything, the other inherits with her. */
describe('a death on the pages', () => {
  let walk: Walk;
  let anna: Visitor;
  let cai: Visitor;

  beforeAll(async () => {
    walk = await Walk.start('2025-03-03');
    anna = await walk.visitor('anna');
    cai = await walk.visitor('cai');
  }, STARTING);

  afterAll(() => walk?.close());

  it('is told of once, and what happens by itself is said in a letter that asks nothing', async () => {
    await walk.begin(anna, 'bereavement');
    await walk.fillIn(anna, 'telling', { deceased: 'bent', diedIn: 'denmark' });
    const page = await walk.says(anna, walk.journey, 'Vælg begravelse eller kremering');
    expect(page).toContain('Dødsfald: Bent Holm');
    // He does not take part in it.
    expect(page).not.toContain('Med i forløbet');
    expect(page).toContain('Du skal ikke gøre noget lige nu.');
    expect(page).not.toContain('Venter på dig');
    const list = await walk.read(anna, '/beskeder');
    expect(list).toContain('Vi er kede af det, der er sket');
    expect(list).not.toContain('senest');
    const [condolence] = await walk.messages(anna);
    expect(condolence).toContain('Bent Holm er død');
    expect(condolence).not.toContain('Opgave');
    expect(await anna.findings()).toEqual([]);
  });

  it('asks for the funeral, the home and the aids, and what each answer leads to is said of it alone', async () => {
    const burial = await walk.fillIn(anna, 'underWay.burial.choosing', {
      method: 'cremation',
      ceremony: 'church',
      place: 'Klosterkirkegården',
    });
    expect(burial).toContain('Klosterkirkegården');
    await walk.fillIn(anna, 'underWay.municipality.aids', { earliest: '2025-03-10' });
    const home = await walk.open(anna, 'underWay.home.choosing');
    expect(home).toContain('Vælger du ”Opsig boligen hos kommunen”, giver vi oplysninger til:');
    await walk.choose(anna, 'underWay.home.choosing', 'Der var ingen lejebolig');
    const page = await walk.says(anna, walk.journey, 'Kirkekontoret har sagt ja');
    expect(page).toContain('Kommunen henter hjælpemidlerne');
  });

  it('gives help with the funeral by a decision that names what can be complained of', async () => {
    await walk.fillIn(anna, 'underWay.funeralHelp.offered', { expenses: 28_000, byUndertaker: false });
    const appeal = await walk.open(anna, 'underWay.funeralHelp.granted.open');
    expect(await anna.heading()).toBe('Klag, hvis din begravelseshjælp er forkert');
    expect(appeal).not.toContain('i kroner');
    expect(await anna.findings()).toEqual([]);
    const page = await walk.read(anna, walk.journey);
    expect(page).toMatch(/Hvis du er uenig\s+Klag, hvis din begravelseshjælp er forkert – senest/);
    expect(page).toMatch(/Penge til dig\s*Afgjort/);
    const [decision] = await walk.messages(anna);
    expect(decision).toContain('Du får 12.500 kr.');
    expect(decision).toContain('Er du uenig, kan du klage til Styrelsen for Patientklager senest');
    await walk.choose(anna, 'underWay.funeralHelp.granted.open', 'Jeg klager ikke');
    const [over] = await walk.messages(anna);
    expect(over).toContain('Opgaven ”Klag, hvis din begravelseshjælp er forkert” er lukket.');
  });

  it('comes to the court, and a will is sent with what is proposed', async () => {
    walk.goOnTo('2025-03-20');
    await walk.report('skifteretten.contactPersonWritten', {
      deceased: 'bent',
      contactPerson: 'anna',
      estate: 'SKS-15-2025',
      court: 'Skifteretten i Horsens',
      heirs: ['anna', 'cai'],
      will: true,
      answerBy: '2025-05-14',
    });
    const proposed = await walk.fillIn(anna, 'underWay.estate.agreeing.choosing', {
      form: 'privateSettlement',
      assets: 180_000,
      debts: 20_000,
    });
    expect(proposed).toMatch(/Testamentet\s+Vedlagt/);
    const page = await walk.read(anna, walk.journey);
    expect(page).toContain('Vi venter på svar fra en arving.');
    expect(page).toContain('En arving: Svar på forslaget om arven');
  });

  it('asks the other heir, who sees the estate and nothing else', async () => {
    const asked = await walk.open(cai, 'underWay.estate.agreeing.consenting');
    expect(asked).toContain('Privat skifte: vi deler selv');
    const [letter] = await walk.messages(cai);
    expect(letter).toContain('Vi er kede af, at du har mistet Bent Holm.');
    await walk.fillIn(cai, 'underWay.estate.agreeing.consenting', { agreed: true });
  });

  it('goes on with what he owned, and a thing to be read is not put as a form', async () => {
    await walk.fillIn(anna, 'underWay.estate.settling.money.account', { account: '1234 1234567890' });
    const car = await walk.open(anna, 'underWay.estate.settling.vehicles.choosing');
    expect(car).toMatch(/Nummerplade\s+AB20417/);
    expect(car).not.toContain('Fortsæt');
    expect(car).not.toContain('Gem');
    await walk.choose(anna, 'underWay.estate.settling.vehicles.choosing', 'Skriv den over til mig');
    await walk.choose(anna, 'underWay.estate.settling.homes.choosing', 'Den bliver solgt');
    await walk.fillIn(anna, 'underWay.estate.settling.accounts.status', { assets: 175_000, debts: 22_000 });
    await walk.choose(anna, 'underWay.estate.settling.certificate.open', 'Jeg klager ikke');
    // Whoever sees only a part of it is not told that it is over.
    const page = await walk.says(cai, walk.journey, 'Vi venter på dem, der kan have penge til gode.');
    expect(page).toMatch(/Arven\s*I gang/);
  });

  it('ends with an account that both have signed', async () => {
    walk.goOnTo('2025-06-02');
    await walk.fillIn(anna, 'underWay.estate.settling.accounts.account', {
      assets: 150_000,
      debts: 0,
      cutOffDate: '2025-06-02',
    });
    const signed = await walk.fillIn(cai, 'underWay.estate.settling.accounts.signing', { signed: true });
    expect(signed).toMatch(/Jeg har læst boopgørelsen\s+Ja/);
    const accounts = 'underWay.estate.settling.accounts.concluding';
    await walk.choose(anna, `${accounts}.court.closed.open`, 'Jeg klager ikke');
    await walk.choose(anna, `${accounts}.tax.assessed.open`, 'Jeg klager ikke');
    await walk.fillIn(anna, 'underWay.others.telling', { told: ['employer', 'insurance'] });
    const page = await walk.says(anna, walk.journey, 'Sådan gik det');
    expect(await anna.findings()).toEqual([]);
    expect(await anna.page.locator('.alert-success, .badge-success').count()).toBe(0);
    expect(page).toContain('Boet er afsluttet. Boafgift: ');
    expect(page).toContain('Du får 12.500 kr. i begravelseshjælp.');
    expect(await walk.read(cai, walk.journey)).toContain('Boet er afsluttet. Boafgift: ');
  });

  it('leaves decisions, messages, history, receipts and who has used which data', async () => {
    for (const heir of [anna, cai]) {
      const overview = await walk.read(heir, '/');
      expect(overview).toContain('Skatteforvaltningen afgjorde sagen');
      // It is the estate's money, and nobody's own.
      expect(overview).not.toContain('Du får 4.312 kr.');
      expect(overview).not.toContain('Du skal betale');
      const history = await walk.read(heir, `${walk.journey}/haendelser`);
      expect(history).not.toMatch(
        /Forløbet gik videre\.\s+(Mandag|Tirsdag|Onsdag|Torsdag|Fredag|Lørdag|Søndag)/,
      );
      expect(await walk.read(heir, '/mine-oplysninger')).toContain('Skifteretten behandler boopgørelsen');
      expect(await walk.read(heir, `${walk.journey}/kvitteringer`)).toContain('Det har du sendt');
      await walk.messages(heir);
    }
    expect(await walk.read(anna, '/mine-oplysninger')).toContain('Motorregistret omregistrerer køretøjet');
    // Where it came to is said once, and not each part of it by itself.
    const history = await walk.read(anna, `${walk.journey}/haendelser`);
    expect(history).toContain('Vi giver de offentlige kontorer besked');
    expect(history).not.toContain('Får besked nu');
  });

  it('tells no heir what is the other’s, and says nothing cheerful to either', async () => {
    const hers = [
      'Klosterkirkegården',
      '1234567890',
      'AB20417',
      'begravelseshjælp',
      'hjælpemidler',
      'Vedlagt',
      '28.000',
    ];
    expect(await walk.whoIsTold(hers, { anna, cai })).toEqual(
      Object.fromEntries(hers.map(words => [words, ['anna']])),
    );
    for (const heir of [anna, cai]) expect(walk.everythingReadBy(heir)).not.toMatch(CHEERFUL);
  });

  it('is quiet while it is being registered', async () => {
    const eva = await walk.visitor('eva');
    await walk.begin(eva, 'bereavement');
    await walk.fillIn(eva, 'telling', { deceased: 'kim', diedIn: 'denmark' });
    // Until the doctor has written the certificate it says when that is due, which presses nobody.
    const page = await walk.says(eva, walk.journey, 'Vi venter på beskeden ”Et dødsfald er registreret”');
    expect(page).toContain('Dødsfald: Kim Dahl');
    expect(page).not.toMatch(/Det skal du gøre nu|senest|Venter på dig|Ulæst|Endnu ikke/);
    walk.goOnTo('2025-06-05');
    expect(await walk.messages(eva)).toEqual([]);
    // No number beside anything in the menus.
    expect(await eva.page.locator('header').innerText()).not.toMatch(/\d/);
    await walk.report('cpr.deathRegistered', {
      person: 'kim',
      diedOn: '2025-06-02',
      municipality: '0751',
    });
    await walk.says(eva, walk.journey, 'Vælg begravelse eller kremering');
    expect(await walk.messages(eva)).toContainEqual(expect.stringContaining('Kim Dahl er død'));
    expect(walk.everythingReadBy(eva)).not.toMatch(CHEERFUL);
  });
});
