import { fileURLToPath } from 'node:url';
import { readJourney, readJourneyFolder } from '#journey';
import { recordInMarkdown } from './record-in-markdown.js';
import { sampleCatalogue } from '../../../journey/test/sample-catalogue.js';
import { processingRecord } from './processing-record.js';

const folder = fileURLToPath(new URL('../../../journey/test/moving/', import.meta.url));

describe('the record of processing activities', () => {
  it('says who is given what for what, from the definition and the contracts alone', async () => {
    const [definition] = readJourney(await readJourneyFolder(folder)).definitions;
    const record = processingRecord(definition!, sampleCatalogue);
    expect(record).toMatchObject({ id: 'moving', effective: '2025-01-01', title: definition!.title });
    expect(record.persons.length).toBe(Object.keys(definition!.roles).length);
    const services = record.recipients.map(({ service }) => service);
    expect(services).toEqual([...new Set(services)]);
    const registering = record.recipients.find(({ service }) => service === 'cpr.registerMove')!;
    const contract = sampleCatalogue.service('cpr.registerMove')!;
    expect(registering).toMatchObject({
      authority: contract.authority,
      purpose: contract.name,
      ground: { da: contract.ground!.da },
      gdpr: contract.ground!.gdpr,
    });
    expect(registering.categories.length).toBeGreaterThan(0);
    // Whatever undoes it is a purpose as well.
    if (contract.compensation !== undefined) expect(services).toContain(contract.compensation);
    expect(record.retention).toEqual(definition!.retention);
  });

  it('speaks to nobody of its purpose, as what a citizen reads of the journey does', async () => {
    const [definition] = readJourney(await readJourneyFolder(folder)).definitions;
    const { purpose } = processingRecord(
      {
        ...definition!,
        texts: { ...definition!.texts, da: { ...definition!.texts.da, summary: 'Du flytter.' } },
      },
      sampleCatalogue,
    );
    expect(purpose.da).toContain(`”${definition!.title.da}”`);
    expect(purpose.en).toContain(`“${definition!.title.en}”`);
    expect(purpose.da).not.toMatch(/\b(du|dig|din|dit|dine)\b/i);
  });

  it('marks in the English one what is written in Danish alone', async () => {
    const [definition] = readJourney(await readJourneyFolder(folder)).definitions;
    const retention = { for: 'P3Y', source: 'Forældelsesloven § 3', obliged: true } as const;
    const record = processingRecord({ ...definition!, retention }, sampleCatalogue);
    expect(recordInMarkdown([record], 'en')).toContain(
      '- How long it is kept: 3 years after the journey has ended; the law obliges us (<span lang="da">Forældelsesloven § 3</span>)',
    );
    expect(recordInMarkdown([record], 'da')).toContain(
      '- Hvor længe det gemmes: 3 år, efter at forløbet er slut; loven kræver det (Forældelsesloven § 3)',
    );
  });
});
