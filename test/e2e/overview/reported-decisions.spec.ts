import { fileURLToPath } from 'node:url';
import { addPeriod } from '#calendar';
import { type OverviewDocument } from '../../../apps/api/src/overview/overview-document.js';
import { until } from '../../support/index.js';
import { type Client } from '../api/client.js';
import { STARTING, startSystem, type System } from '../api/system.js';

const JOURNEYS = fileURLToPath(new URL('journeys', import.meta.url));
const [ANNA, BO, CARL] = ['6110851234', '6204862345', '7105903456'];

describe('what an authority decides unasked', () => {
  let system: System;
  let anna: Client;
  let bo: Client;
  let journey: string;

  const decisionsOf = async (client: Client) => {
    return (await client.read<OverviewDocument>('/v1/overview')).decisions;
  };
  const decide = async (person: string, decision: string): Promise<void> => {
    const decidedOn = system.day();
    const data = { person, granted: false, grounds: 'Lønnen er for lav.', decidedOn, decision };
    const event = system.assembly.catalogue.registerEvent('siri.permitDecided')!;
    await system.authorities.simulations.report(event, data).delivery;
  };

  beforeAll(async () => {
    system = await startSystem({ journeysDir: JOURNEYS });
    [anna, bo] = await Promise.all([system.citizen(ANNA), system.citizen(BO)]);
    ({ id: journey } = await anna.start('permit'));
    await anna.submit(journey, 'telling', 'submit', { partner: BO });
  }, STARTING);
  afterAll(() => system?.close());

  it('stands among their decisions, with how it came out, why, and until when to appeal', async () => {
    await decide(ANNA, 'SIRI-1');
    const [decision, ...more] = await until(async () => {
      const found = await decisionsOf(anna);
      return found.length > 0 ? found : undefined;
    }, 'the decision');
    expect(more).toEqual([]);
    expect(decision).toMatchObject({
      journey: { id: journey },
      title: 'Your permit',
      authority: 'siri',
      granted: false,
      grounds: 'Lønnen er for lav.',
      decidedOn: system.day(),
      reference: 'SIRI-1',
      appeal: { task: 'underWay.own.refused', lastDay: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
    });
    expect(JSON.stringify(decision)).not.toContain(ANNA);
  });

  it('is told to nobody who may not see where it was taken, and to nobody whom it is not about', async () => {
    await decide(BO, 'SIRI-2');
    const references = async (client: Client) =>
      (await decisionsOf(client)).map(({ reference }) => reference);
    await until(async () => (await references(bo)).includes('SIRI-2'), 'his decision');
    expect(await references(bo)).toEqual(['SIRI-2']);
    expect(await references(anna)).toEqual(['SIRI-1']);
  });

  it('can be appealed until the day that it says itself, where there is more time to answer', async () => {
    const carl = await system.citizen(CARL);
    await carl.start('settlement');
    const today = system.day();
    const event = system.assembly.catalogue.registerEvent('udbetalingDanmark.pensionSettled')!;
    await system.authorities.simulations.report(event, {
      person: CARL,
      year: 2025,
      result: 'repay',
      amount: 4200,
      number: 'OPG-1',
      grounds: 'Din indkomst var højere end ventet.',
      objectBy: addPeriod(today, 'P14D'),
    }).delivery;
    const [decision] = await until(async () => {
      const found = await decisionsOf(carl);
      return found.length > 0 ? found : undefined;
    }, 'the settlement');
    expect(decision).toMatchObject({
      reference: 'OPG-1',
      result: 'you have been paid too much',
      appeal: { task: 'owing', lastDay: addPeriod(today, 'P14D') },
    });
  });

  it('is gone with its journey', async () => {
    expect(await system.assembly.stores.erasures.erase(journey, Date.now())).toBeTruthy();
    expect(await decisionsOf(anna)).toEqual([]);
    expect(await decisionsOf(bo)).toEqual([]);
  });
});
