import { STARTING } from '../e2e/api/system.js';
import { type Visitor } from './visitor.js';
import { Walk } from './walk.js';

const PHONE = { viewport: { width: 390, height: 844 } };
const OWN = 'apart.children';

/** Two who part, each at a browser of their own without our script; neither may read what the other keeps to themselves. */
describe('a divorce on the pages', () => {
  let walk: Walk;
  let lis: Visitor;
  let mads: Visitor;

  beforeAll(async () => {
    walk = await Walk.start('2025-03-03');
    lis = await walk.visitor('lis', PHONE);
    mads = await walk.visitor('mads', PHONE);
    const { parts } = walk.authorities.authority('familieretshuset')!;
    parts.knobs.set({ callbackAfter: 'P2W' }, { operation: 'grantDivorce' });
    parts.knobs.set({ callbackAfter: 'P3W' }, { operation: 'setChildSupport' });
    parts.replies.set('holdFamilyMeeting', [{ answer: { outcome: 'disagreed', heldOn: '2025-04-14' } }]);
  }, STARTING);

  afterAll(() => walk?.close());

  it('is applied for by one of them', async () => {
    await walk.begin(lis, 'divorce');
    const sent = await walk.fillIn(lis, 'applying', {
      kind: 'divorce',
      ground: 'violence',
      meetApart: true,
      supportBy: 'applicant',
      supportYears: 2,
      supportAmount: 1500,
      home: 'spouse',
    });
    // As it was read before it was sent.
    expect(sent).toMatch(/Skal I indkaldes hver for sig, så I ikke mødes\?\s+Ja\s/);
    const fee = await walk.open(lis, 'fee.paying');
    expect(fee).toContain('825 kr.');
    expect(fee).not.toContain('Familieretshuset: Familieretshuset');
    await walk.choose(lis, 'fee.paying', 'Betal');
  });

  it('asks the other, who reads the terms above the answers and says yes', async () => {
    const page = await walk.open(mads, 'agreement.asking');
    expect(page).toMatch(/Der er søgt om\s+Skilsmisse/);
    expect(page).toMatch(/Bidrag mellem jer\s+Din ægtefælle betaler til dig/);
    expect(page.indexOf('Lejeboligen')).toBeLessThan(page.indexOf('Ja til det hele'));
    // There is nothing to fill in.
    expect(await mads.page.locator('#task-form').count()).toBe(0);
    expect(await mads.findings()).toEqual([]);
    const waiting = await walk.read(lis, walk.journey);
    expect(waiting).toContain('Vi spørger den anden ægtefælle.');
    expect(waiting).toMatch(/Jeres ægteskab\s*I gang/);
    expect(waiting).toContain('Med i forløbet: den anden af jer.');
    await walk.choose(mads, 'agreement.asking', 'Ja til det hele');
    await mads.goTo(walk.journey);
    expect(await mads.page.getByText('Træk dit ja tilbage, hvis du har fortrudt').count()).toBe(1);
    await lis.goTo(walk.journey);
    expect(await lis.page.getByText('Træk dit ja tilbage, hvis du har fortrudt').count()).toBe(0);
  });

  it('is decided, and each lets it stand', async () => {
    walk.goOnTo('2025-03-17');
    const decided = await walk.asks(lis, 'decided.tried.open.applicant.open');
    expect(await lis.page.locator('h1, .above-heading').allInnerTexts()).toEqual([
      expect.stringMatching(/^Separation og skilsmisse, sag FRH/),
    ]);
    // It may be left alone, and until when it may be done is said once.
    expect(decided).toMatch(/Jeres ægteskab\s*Afgjort\s*Klag, hvis du er uenig[^–]*?\n/);
    expect(decided).not.toContain('Når du vil');
    for (const [visitor, role] of [
      [lis, 'applicant'],
      [mads, 'spouse'],
    ] as const) {
      await visitor.goTo('/beskeder');
      await visitor.page.getByRole('link', { name: 'Familieretshuset har sagt ja til skilsmisse' }).click();
      await visitor.page.waitForURL('**/beskeder/*');
      const letter = await walk.read(visitor);
      expect(letter).toContain('I bliver skilt fra mandag den 17. marts 2025.');
      expect(letter).toContain('Begrundelse: I er enige om skilsmissen og om vilkårene');
      const appeal = await walk.open(visitor, `decided.tried.open.${role}.open`);
      expect(await visitor.heading()).toBe('Klag, hvis du er uenig i afgørelsen om jeres ægteskab');
      expect(appeal.match(/mandag den 14\. april 2025/gi)).toHaveLength(1);
      await walk.choose(visitor, `decided.tried.open.${role}.open`, 'Jeg klager ikke');
    }
    await walk.says(lis, walk.journey, 'I er skilt fra mandag den 17. marts 2025');
  });

  it('leaves two children, who are called by their names', async () => {
    await walk.asks(lis, `${OWN}.child2.terms.proposing.applicant`);
    const titles = await lis.page.locator('main h3').allInnerTexts();
    expect(titles).toEqual(
      expect.arrayContaining(['Foreslå, hvor Ella Berg skal bo', 'Foreslå, hvor Karl Berg skal bo']),
    );
    await walk.fillIn(lis, `${OWN}.child1.terms.proposing.applicant`, {
      livesWith: 'me',
      custody: 'joint',
      contact: 'Hver anden uge fra fredag til fredag',
      supportByAgency: true,
    });
    const proposed = await walk.open(mads, `${OWN}.child1.terms.answering.spouse`);
    expect(await mads.heading()).toBe('Svar på forslaget om Ella Berg');
    expect(proposed).toContain('Hver anden uge fra fredag til fredag');
    await walk.choose(mads, `${OWN}.child1.terms.answering.spouse`, 'Ja til forslaget');
    await walk.fillIn(mads, `${OWN}.child2.terms.proposing.spouse`, {
      livesWith: 'me',
      custody: 'joint',
      contact: 'Hver onsdag hos den anden',
      supportByAgency: false,
    });
    await walk.choose(lis, `${OWN}.child2.terms.answering.applicant`, 'Nej, jeg er uenig i dagene');
  });

  it('has what they disagree about decided, which one of them brings before the court', async () => {
    const contact = `${OWN}.child2.terms.decided.open`;
    await walk.open(lis, `${contact}.applicant.open`);
    expect(await lis.heading()).toBe('Klag, hvis du er uenig i afgørelsen om Karl Berg');
    await walk.fillIn(lis, `${contact}.applicant.open`, { reason: 'Karl er for lille til så lange ture.' });
    await walk.says(mads, '/beskeder', 'Der er klaget over afgørelsen');
    await walk.choose(mads, `${OWN}.child2.terms.after.allowance.spouse.offered`, 'Jeg søger ikke');
  });

  it('lets each settle a name, a home and money of their own', async () => {
    await walk.fillIn(lis, 'apart.applicantAffairs.name.asking', { surname: 'Ørnehøj' });
    await walk.says(lis, walk.journey, 'Du hedder Lis Ørnehøj');
    await walk.choose(lis, 'apart.applicantAffairs.home.asking', 'Jeg har ikke brug for det');
    await walk.choose(mads, 'apart.spouseAffairs.name.asking', 'Jeg beholder mit navn');
    await walk.fillIn(mads, 'apart.spouseAffairs.home.asking', { neededFrom: '2025-04-15' });
    const offered = await walk.open(mads, 'apart.spouseAffairs.home.offered');
    expect(offered).toContain('Strandvejen 8');
    await walk.choose(mads, 'apart.spouseAffairs.home.offered', 'Ja til boligen');
    await walk.choose(lis, 'apart.property.choosing.applicant.choosing', 'Vi deler selv');
    await walk.choose(mads, 'apart.property.choosing.spouse.choosing', 'Vi deler selv');
    await walk.choose(lis, `${OWN}.child1.terms.after.allowance.applicant.offered`, 'Søg, jeg er enlig');
    walk.goOnTo('2025-04-07');
    const support = `${OWN}.child1.terms.after.support.decided.open`;
    await walk.asks(mads, `${support}.spouse.open`);
    expect(await walk.read(mads, '/')).toMatch(
      /Jeres børn: 1\.610 kr\. om måneden fra .*\s+Mellem jer, der er med i forløbet/,
    );
    await walk.choose(mads, `${support}.spouse.open`, 'Jeg klager ikke');
    await walk.choose(lis, `${support}.applicant.open`, 'Jeg klager ikke');
  });

  it('ends with what came of each matter, and asks each how it went', async () => {
    for (const visitor of [lis, mads]) {
      const end = await walk.says(visitor, walk.journey, 'Fortæl os, hvordan det gik');
      expect(end).toMatch(/Sådan gik det\s+I er skilt fra mandag den 17\. marts 2025\./);
      expect(end).toContain('Det er afklaret, hvor Ella Berg skal bo');
      expect(end).not.toContain('Venter på dig');
      expect(await visitor.findings()).toEqual([]);
      await visitor.page.getByRole('link', { name: 'Fortæl os, hvordan det gik' }).click();
      await visitor.page.getByLabel('Svært', { exact: true }).check();
      await visitor.page.getByRole('button', { name: 'Send', exact: true }).click();
      await visitor.page.waitForLoadState();
      expect(await visitor.heading()).toBe('Tak for hjælpen');
      expect(await walk.read(visitor, '/mine-oplysninger')).toContain(
        'Familieretshuset giver tilladelse til separation eller skilsmisse',
      );
    }
  });

  it('has told neither what the other keeps to themselves', async () => {
    const hers = ['voldelig', 'så i ikke mødes', 'Ørnehøj', 'for lille til så lange ture'];
    expect(await walk.whoIsTold([...hers, 'Lis Berg', 'Strandvejen 8', 'Mads Berg'], { lis, mads })).toEqual({
      ...Object.fromEntries(hers.map(words => [words, ['lis']])),
      'Strandvejen 8': ['mads'],
      // The other is called by the role.
      'Lis Berg': [],
      'Mads Berg': ['mads'],
    });
  });
});

describe('a divorce that the other says no to', () => {
  let walk: Walk;
  let anna: Visitor;
  let bo: Visitor;

  beforeAll(async () => {
    walk = await Walk.start('2025-03-03');
    anna = await walk.visitor('anna', PHONE);
    bo = await walk.visitor('bo', PHONE);
  }, STARTING);

  afterAll(() => walk?.close());

  it('goes on when one of them asks for a meeting, and ends when nobody does', async () => {
    await walk.begin(anna, 'divorce');
    await walk.fillIn(anna, 'applying', {
      kind: 'divorce',
      meetApart: true,
      supportBy: 'nobody',
      home: 'neither',
    });
    await walk.choose(anna, 'fee.paying', 'Betal');
    await walk.asks(bo, 'agreement.asking');
    // One of them has to hide, and the other hears nothing of it.
    await walk.report('cpr.addressProtectionChanged', { person: 'anna', protected: true });
    await walk.choose(bo, 'agreement.asking', 'Nej');
    const refused = await walk.asks(anna, 'disagreement.applicant.paying');
    expect(refused).toContain('Bed om et møde om vilkår');
    expect(await anna.findings()).toEqual([]);
    expect(await walk.read(anna, '/beskeder')).toContain('Din ægtefælle har sagt nej');
    await walk.asks(bo, 'disagreement.spouse.paying');
    expect(await bo.page.getByText('Sig ja, hvis du har skiftet mening').count()).toBe(1);
    walk.goOnTo('2025-03-18');
    await walk.says(anna, walk.journey, 'Ansøgningen gælder ikke længere.');
    expect(await anna.page.locator('.alert-success').count()).toBe(0);
    await walk.says(bo, walk.journey, 'Ansøgningen gælder ikke længere.');
    const kept = ['beskyttet', 'adressebeskyttelse', 'så i ikke mødes', 'Anna'];
    expect(await walk.whoIsTold(kept, { bo })).toEqual(Object.fromEntries(kept.map(words => [words, []])));
  });
});
