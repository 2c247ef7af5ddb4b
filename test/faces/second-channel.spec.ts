import { fileURLToPath } from 'node:url';
import { problem } from '../e2e/api/client.js';
import { STARTING } from '../e2e/api/system.js';
import { until } from '../support/index.js';
import { type FacesUnderTest, startFaces } from './faces-under-test.js';

const JOURNEYS = fileURLToPath(new URL('../e2e/mailbox/journeys', import.meta.url));
const BO = '6204862345';
const NUMBER = '+4512345678';

/** A short text that there is news, where somebody wishes to be told. */
describe('the second channel', () => {
  let faces: FacesUnderTest;

  beforeAll(async () => {
    faces = await startFaces(JOURNEYS);
  }, STARTING);

  afterAll(() => faces?.close());

  /** What has been sent to a telephone. */
  const texts = (address: string): readonly string[] => {
    const { ledger } = faces.system.simulated('textService');
    return ledger
      .entries({ service: 'textService.send' })
      .filter(({ kind }) => kind !== 'duplicate')
      .map(({ key }) => ledger.find(key)!.input)
      .filter(input => input['address'] === address)
      .map(input => String(input['text']));
  };
  const codeSent = (): string => /\d{6}/.exec(texts(NUMBER).at(-1) ?? '')![0];

  it('is proved by a code, told of a message without what it says, and stopped', async () => {
    const bo = await faces.visitor('bo', { unscripted: true, viewport: { width: 320, height: 640 } });
    const { page } = bo;
    await bo.goTo('/indstillinger/besked');
    expect(await bo.findings()).toEqual([]);
    await bo.press('Send mig en kode');
    expect(await page.title()).toMatch(/^Fejl: /);
    await page.getByLabel('SMS', { exact: true }).check();
    await page.getByLabel('Telefonnummer eller e-mail').fill('1234');
    await bo.press('Send mig en kode');
    expect(await page.locator('#address-error').innerText()).toContain('Skriv et telefonnummer');
    expect(await bo.findings()).toEqual([]);
    await page.getByLabel('Telefonnummer eller e-mail').fill('12 34 56 78');
    await bo.press('Send mig en kode');
    expect(await page.locator('main').innerText()).toContain('Vi har sendt en kode til +45 •• •• •• 78.');
    expect(texts(NUMBER)).toEqual([
      expect.stringMatching(/^Din kode til Overgang er \d{6}\. Giv den ikke til andre\.$/),
    ]);

    await page.getByLabel('Skriv koden').fill('12');
    await bo.press('Bekræft');
    expect(await page.locator('#code-error').innerText()).toContain('Koden passer ikke');
    expect(await bo.findings()).toEqual([]);
    await page.getByLabel('Skriv koden').fill(codeSent());
    await bo.press('Bekræft');
    expect(await page.locator('main').innerText()).toContain('Du får besked på +45 •• •• •• 78.');
    expect(await bo.findings()).toEqual([]);

    const anna = await faces.system.citizen('0906051234');
    const { id } = await anna.start('letters');
    await anna.submit(id, 'declare', 'submit', { day: '2026-12-24', partner: BO });
    await until(() => texts(NUMBER).length > 1, 'a text');
    expect(texts(NUMBER).slice(1)).toEqual(['Der er nyt i din sag på Overgang.']);

    await bo.press('Stop, og slet adressen');
    expect(await page.locator('main').innerText()).toContain('Adressen er slettet.');
    const client = await faces.system.citizen(BO);
    expect((await client.get('/v1/second-channel')).body).toEqual({ items: [] });
    await bo.close();
  });

  it('takes no code for another address, and none that nobody was sent', async () => {
    const client = await faces.system.citizen('7105903456');
    problem(await client.post('/v1/second-channel/confirmation', { code: '123456' }), 422, 'invalid');
    problem(await client.put('/v1/second-channel', { way: 'email', address: '12345678' }), 422, 'invalid');
    const { status, text } = await client.put('/v1/second-channel', {
      way: 'email',
      address: 'eva@example.dk',
    });
    expect({ status, text }).toMatchObject({ status: 200 });
    expect(text).not.toContain('eva@example.dk');
    expect(JSON.parse(text)).toEqual({
      items: [{ way: 'email', address: 'e•••@example.dk', confirmed: false }],
    });
  });
});
