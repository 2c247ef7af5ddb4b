import { STARTING } from '../e2e/api/system.js';
import { until } from '../support/index.js';
import { withNumbers } from './answer-task.js';
import { axeFindings, type Visitor } from './visitor.js';
import { DAY, everythingToldTo, press, told, Walk } from './walk.js';

const PHONE = { unscripted: true, viewport: { width: 390, height: 844 } };
const OWN = 'apart.children';

/** Two who part, each at a browser of their own without our script; neither may read what the other keeps to themselves. */
describe('a divorce on the pages', () => {
  let walk: Walk;
  let lis: Visitor;
  let mads: Visitor;

  beforeAll(async () => {
    walk = await Walk.open('2025-03-03T08:00:00Z');
    lis = await walk.faces.visitor('lis', PHONE);
    mads = await walk.faces.visitor('mads', PHONE);
    const { parts } = walk.faces.system.authorities.simulations.authority('familieretshuset')!;
    parts.knobs.set({ callbackAfter: 'P2W' }, { operation: 'grantDivorce' });
    parts.knobs.set({ callbackAfter: 'P3W' }, { operation: 'setChildSupport' });
    parts.replies.set('holdFamilyMeeting', [{ answer: { outcome: 'disagreed', heldOn: '2025-04-14' } }]);
  }, STARTING);

  afterAll(() => walk?.close());

  it('is applied for by one of them', async () => {
    await walk.begin(lis, 'divorce');
    await walk.fills(lis, 'applying', {
      kind: 'divorce',
      ground: 'violence',
      meetApart: true,
      supportBy: 'applicant',
      supportYears: 2,
      supportAmount: 1500,
      home: 'spouse',
    });
    // As it was read before it was sent.
    expect(await told(lis)).toMatch(/Vi må ikke indkaldes til samme rum\s+Ja\s/);
    await walk.opens(lis, 'fee.paying');
    expect(await told(lis)).toContain('825 kr.');
    expect(await told(lis)).not.toContain('Familieretshuset: Familieretshuset');
    await walk.chooses(lis, 'fee.paying', 'Betal');
  });

  it('asks the other, who reads the terms above the answers and says yes', async () => {
    await walk.opens(mads, 'agreement.asking');
    const page = await told(mads);
    expect(page).toMatch(/Der er søgt om\s+Skilsmisse/);
    expect(page).toMatch(/Bidrag mellem jer\s+Din ægtefælle betaler til dig/);
    expect(page.indexOf('Lejeboligen')).toBeLessThan(page.indexOf('Ja til det hele'));
    // There is nothing to fill in.
    expect(await mads.page.locator('#task-form').count()).toBe(0);
    expect(await axeFindings(mads.page)).toEqual([]);
    await lis.goTo(walk.journey);
    const waiting = await told(lis);
    expect(waiting).toContain('Vi spørger den anden ægtefælle.');
    expect(waiting).toMatch(/Jeres ægteskab\s*Andre er i gang/);
    expect(waiting).toContain('Med i forløbet: den anden af jer.');
    await walk.chooses(mads, 'agreement.asking', 'Ja til det hele');
    await mads.goTo(walk.journey);
    expect(await mads.page.getByText('Træk dit ja tilbage, hvis du har fortrudt').count()).toBe(1);
    await lis.goTo(walk.journey);
    expect(await lis.page.getByText('Træk dit ja tilbage, hvis du har fortrudt').count()).toBe(0);
  });

  it('is decided, and each lets it stand', async () => {
    walk.pass(14 * DAY);
    await walk.asked(lis, 'decided.tried.open.applicant.open');
    expect(await lis.page.locator('h1, .above-heading').allInnerTexts()).toEqual([
      expect.stringMatching(/^Separation og skilsmisse, sag FRH/),
    ]);
    // It may be left alone.
    expect(await told(lis)).toMatch(/Jeres ægteskab\s*Hvis du vil/);
    for (const [visitor, role] of [
      [lis, 'applicant'],
      [mads, 'spouse'],
    ] as const) {
      await visitor.goTo('/beskeder');
      await visitor.page.getByRole('link', { name: 'Familieretshuset har sagt ja til skilsmisse' }).click();
      await visitor.page.waitForURL('**/beskeder/*');
      expect(await told(visitor)).toContain('I bliver skilt fra mandag den 17. marts 2025.');
      expect(await told(visitor)).toContain('Begrundelse: I er enige om skilsmissen og om vilkårene');
      await walk.opens(visitor, `decided.tried.open.${role}.open`);
      expect(await visitor.heading()).toBe('Klag, hvis du er uenig i afgørelsen om jeres ægteskab');
      expect((await told(visitor)).match(/mandag den 14\. april 2025/gi)).toHaveLength(1);
      await walk.chooses(visitor, `decided.tried.open.${role}.open`, 'Jeg klager ikke');
    }
    await walk.until(lis, 'I er skilt fra mandag den 17. marts 2025');
  });

  it('leaves two children, who are called by their names', async () => {
    await walk.asked(lis, `${OWN}.child2.terms.proposing.applicant`);
    const titles = await lis.page.locator('main h3').allInnerTexts();
    expect(titles).toEqual(
      expect.arrayContaining(['Foreslå, hvor Ella Berg skal bo', 'Foreslå, hvor Karl Berg skal bo']),
    );
    await walk.fills(lis, `${OWN}.child1.terms.proposing.applicant`, {
      livesWith: 'me',
      custody: 'joint',
      contact: 'Hver anden uge fra fredag til fredag',
      supportByAgency: true,
    });
    await walk.opens(mads, `${OWN}.child1.terms.answering.spouse`);
    expect(await mads.heading()).toBe('Svar på forslaget om Ella Berg');
    expect(await told(mads)).toContain('Hver anden uge fra fredag til fredag');
    await walk.chooses(mads, `${OWN}.child1.terms.answering.spouse`, 'Ja til forslaget');
    await walk.fills(mads, `${OWN}.child2.terms.proposing.spouse`, {
      livesWith: 'me',
      custody: 'joint',
      contact: 'Hver onsdag hos den anden',
      supportByAgency: false,
    });
    await walk.chooses(lis, `${OWN}.child2.terms.answering.applicant`, 'Nej, jeg er uenig i dagene');
  });

  it('has what they disagree about decided, which one of them brings before the court', async () => {
    const contact = `${OWN}.child2.terms.decided.open`;
    await walk.opens(lis, `${contact}.applicant.open`);
    expect(await lis.heading()).toBe('Klag, hvis du er uenig i afgørelsen om Karl Berg');
    await walk.fills(lis, `${contact}.applicant.open`, { reason: 'Karl er for lille til så lange ture.' });
    await until(async () => {
      await mads.goTo('/beskeder');
      return (await told(mads)).includes('Der er klaget over afgørelsen');
    }, 'the other to hear of the complaint');
    await walk.asked(mads, `${OWN}.child2.terms.after.allowance.spouse.offered`);
    await walk.chooses(mads, `${OWN}.child2.terms.after.allowance.spouse.offered`, 'Jeg søger ikke');
  });

  it('lets each settle a name, a home and money of their own', async () => {
    await walk.fills(lis, 'apart.applicantAffairs.name.asking', { surname: 'Ørnehøj' });
    await walk.until(lis, 'Du hedder Lis Ørnehøj');
    await walk.chooses(lis, 'apart.applicantAffairs.home.asking', 'Jeg har ikke brug for det');
    await walk.chooses(mads, 'apart.spouseAffairs.name.asking', 'Jeg beholder mit navn');
    await walk.fills(mads, 'apart.spouseAffairs.home.asking', { neededFrom: '2025-04-15' });
    await walk.opens(mads, 'apart.spouseAffairs.home.offered');
    expect(await told(mads)).toContain('Strandvejen 8');
    await walk.chooses(mads, 'apart.spouseAffairs.home.offered', 'Ja til boligen');
    await walk.chooses(lis, 'apart.property.choosing.applicant.choosing', 'Vi deler selv');
    await walk.chooses(mads, 'apart.property.choosing.spouse.choosing', 'Vi deler selv');
    await walk.chooses(lis, `${OWN}.child1.terms.after.allowance.applicant.offered`, 'Søg, jeg er enlig');
    walk.pass(21 * DAY);
    const support = `${OWN}.child1.terms.after.support.decided.open`;
    await walk.asked(mads, `${support}.spouse.open`);
    await mads.goTo('/');
    expect(await told(mads)).toMatch(
      /Jeres børn: 1\.610 kr\. om måneden fra .*\s+Mellem jer, der er med i forløbet/,
    );
    await walk.chooses(mads, `${support}.spouse.open`, 'Jeg klager ikke');
    await walk.chooses(lis, `${support}.applicant.open`, 'Jeg klager ikke');
  });

  it('ends with what came of each matter, and asks each how it went', async () => {
    for (const visitor of [lis, mads]) {
      await walk.until(visitor, 'Fortæl os, hvordan det gik');
      const end = await told(visitor);
      expect(end).toMatch(/Sådan gik det\s+I er skilt fra mandag den 17\. marts 2025\./);
      expect(end).toContain('Det er afklaret, hvor Ella Berg skal bo');
      expect(end).toContain('Børnebidraget er 1.610 kr. om måneden');
      expect(end).not.toContain('Venter på dig');
      expect(await axeFindings(visitor.page)).toEqual([]);
      await visitor.page.getByRole('link', { name: 'Fortæl os, hvordan det gik' }).click();
      await visitor.page.getByLabel('Svært', { exact: true }).check();
      await press(visitor, 'Send');
      await visitor.page.waitForLoadState();
      expect(await visitor.heading()).toBe('Tak for hjælpen');
      await visitor.goTo('/mine-oplysninger');
      expect(await told(visitor)).toContain(
        'Familieretshuset giver tilladelse til separation eller skilsmisse',
      );
    }
  });

  it('has told neither what the other keeps to themselves', async () => {
    const [tells, asked] = [
      await everythingToldTo(lis, walk.journey),
      await everythingToldTo(mads, walk.journey),
    ];
    const hers = ['voldelig', 'samme rum', 'Ørnehøj', 'for lille til så lange ture', 'Lis Berg'];
    const his = ['Strandvejen 8', 'Mads Berg'];
    for (const words of hers) expect({ words, told: asked.includes(words) }).toEqual({ words, told: false });
    for (const words of his) expect({ words, told: tells.includes(words) }).toEqual({ words, told: false });
    // Where they are looked for is where they would stand.
    expect(hers.filter(words => !tells.includes(words))).toEqual(['Lis Berg']);
    expect(asked).toContain('Strandvejen 8');
  });
});

describe('a divorce that the other says no to', () => {
  let walk: Walk;
  let anna: Visitor;
  let bo: Visitor;

  beforeAll(async () => {
    walk = await Walk.open('2025-03-03T08:00:00Z');
    anna = await walk.faces.visitor('anna', PHONE);
    bo = await walk.faces.visitor('bo', PHONE);
  }, STARTING);

  afterAll(() => walk?.close());

  it('goes on when one of them asks for a meeting, and ends when nobody does', async () => {
    await walk.begin(anna, 'divorce');
    await walk.fills(anna, 'applying', {
      kind: 'divorce',
      meetApart: true,
      supportBy: 'nobody',
      home: 'neither',
    });
    await walk.chooses(anna, 'fee.paying', 'Betal');
    await walk.asked(bo, 'agreement.asking');
    // One of them has to hide, and the other hears nothing of it.
    const { catalogue } = walk.faces.system.assembly;
    const change = withNumbers({ person: 'anna', protected: true });
    const event = catalogue.registerEvent('cpr.addressProtectionChanged')!;
    await walk.faces.system.authorities.simulations.report(event, change).delivery;
    await walk.chooses(bo, 'agreement.asking', 'Nej');
    await walk.asked(anna, 'disagreement.applicant.paying');
    expect(await told(anna)).toContain('Bed om et møde om vilkår');
    await anna.goTo('/beskeder');
    expect(await told(anna)).toContain('Din ægtefælle har sagt nej');
    await walk.asked(bo, 'disagreement.spouse.paying');
    expect(await bo.page.getByText('Sig ja, hvis du har skiftet mening').count()).toBe(1);
    walk.pass(15 * DAY);
    await walk.until(anna, 'Ansøgningen gælder ikke længere.');
    expect(await anna.page.locator('.alert-success').count()).toBe(0);
    await walk.until(bo, 'Ansøgningen gælder ikke længere.');
    const toBo = await everythingToldTo(bo, walk.journey);
    for (const words of ['beskyttet', 'adressebeskyttelse', 'samme rum', 'Anna'])
      expect({ words, told: toBo.includes(words) }).toEqual({ words, told: false });
  });
});
