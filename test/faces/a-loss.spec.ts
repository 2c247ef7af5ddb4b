import { STARTING } from '../e2e/api/system.js';
import { type Visitor } from './visitor.js';
import { Walk } from './walk.js';

const CHILD = '7209250011';
/** What was for the child, or for the birth. */
const BEFORE =
  /Blive forælder|termin|scanning|Jordemoder|Fødslen|arbejdsgiver|graviditet|Tillykke|født|Læge til|Barnets|kommer første gang|annulleres/;

/** After the loss of a child, what parents see of what was to be. */
describe('a loss on the pages', () => {
  let walk: Walk;
  let eva: Visitor;
  let ifLost: string;

  beforeAll(async () => {
    walk = await Walk.start('2025-04-01');
    eva = await walk.visitor('eva');
    await walk.begin(eva, 'having-a-child');
    await walk.fillIn(eva, 'expecting', { dueDate: '2025-09-15', homeBirth: false, declineFirstScan: false });
    await walk.says(eva, walk.journey, 'Jordemoder: Aarhus Universitetshospital');
    ifLost = await walk.read(eva, `${walk.journey}/opgaver/pregnancy`);
    walk.goOnTo('2025-09-12');
    await walk.report('cpr.birthRegistered', {
      child: CHILD,
      mother: 'eva',
      born: '2025-09-12',
      children: 1,
      parish: 'Risskov',
      municipality: '0751',
    });
    await walk.says(eva, walk.journey, 'Lone Dam kommer første gang');
  }, STARTING);

  afterAll(() => walk?.close());

  it('tells beforehand of nothing that does not come of it', () => {
    expect(ifLost).toContain('Når du sender, giver vi oplysninger til:');
    expect(ifLost).not.toMatch(/barnets læge|Sundhedsplejersken/);
  });

  it('leaves nothing on the overview of what was arranged for the child', async () => {
    expect(await walk.read(eva, '/')).toMatch(/Sundhedsplejerske: /);
    await walk.report('cpr.infantDeathRegistered', { child: CHILD, mother: 'eva', diedOn: '2025-09-12' });
    await walk.says(eva, walk.journey, 'Lone Dam vil gerne tale med dig');
    const overview = await walk.read(eva, '/');
    expect(overview).toContain('Efter tabet af jeres barn');
    expect(overview).toContain('Nogen at tale med: ');
    expect(overview).not.toMatch(BEFORE);
    expect(await eva.findings()).toEqual([]);
  });

  it('leaves on the page of the journey what is offered now, and the rest for whoever asks', async () => {
    const page = await walk.read(eva, walk.journey);
    expect(page).toMatch(/Sådan går det\s+Afsked/);
    expect(page).not.toMatch(BEFORE);
    expect(page).not.toContain('Afsluttet');
    const folded = eva.page.locator('main details');
    expect(await folded.locator('summary').allInnerTexts()).toEqual(['Beskeder', 'Det er der sket']);
    await folded.first().locator('summary').click();
    expect(await folded.first().innerText()).toContain('Sundhedsplejersken kommer');
    expect(await eva.findings()).toEqual([]);
  });

  it('leaves no message from before to be read', async () => {
    const mailbox = await walk.read(eva, '/beskeder');
    expect(mailbox).toContain('Du har fået tid til scanning');
    expect(mailbox).not.toContain('Ulæst');
  });

  it('leaves in the history what was done, and not what was waited for', async () => {
    const history = await walk.read(eva, `${walk.journey}/haendelser`);
    expect(history).toContain('Hospitalet giver dig en jordemoder og et fødested');
    expect(history).toContain('Sundhedsplejersken vil gerne tale med dig');
    expect(history).not.toContain('Vi venter på, at barnet bliver født');
    expect(history).not.toContain('er på plads');
  });
});
