import { noCategory } from '../check/rules/no-category.js';
import { noLegalGround } from '../check/rules/no-legal-ground.js';
import { type IndicatorGroup, unlessMissing } from './indicator.js';
import { ofThePortal } from './portal.js';

const SOURCE = 'eGovernment Benchmark, mystery shopping questionnaire, dimension 2';

export const PERSONAL_DATA: IndicatorGroup = {
  id: '2b',
  title: { da: 'Kan man se, hvad der sker med ens oplysninger?', en: 'Transparency of personal data' },
  source: SOURCE,
  indicators: [
    {
      id: '2b.1',
      question: {
        da: 'Får man at vide, hvilke oplysninger der gives videre?',
        en: 'Is one informed of the own data that is held and given on?',
      },
      judge: subject =>
        unlessMissing(subject.found(noCategory), {
          met: {
            da: 'Alt, der gives til en myndighed, står som en slags oplysning, før og efter.',
            en: 'Whatever is given to an authority is named by its kind, before and afterwards.',
          },
          lacking: names => ({
            da: `Det står ikke, hvilken slags oplysning dette er: ${names}.`,
            en: `The kind of data is not said of: ${names}.`,
          }),
        }),
    },
    ofThePortal('2b.2', { da: 'Kan man sige, at noget er forkert?', en: 'Can one notify incorrect data?' }),
    ofThePortal('2b.3', {
      da: 'Kan man rette sine oplysninger på nettet?',
      en: 'Can one modify the own data online?',
    }),
    ofThePortal('2b.4', {
      da: 'Kan man klage over brugen af sine oplysninger?',
      en: 'Is there a complaint procedure about data?',
    }),
    {
      id: '2b.5',
      question: {
        da: 'Kan man se, hvem der har fået ens oplysninger, og hvorfor?',
        en: 'Can one monitor who has consulted the own data, and on which ground?',
      },
      judge: subject =>
        unlessMissing(subject.found(noLegalGround), {
          met: {
            da: 'Hver videregivelse har en hjemmel, som borgeren kan se.',
            en: 'Each disclosure has a legal ground that the citizen can see.',
          },
          lacking: names => ({
            da: `Der mangler hjemmel for: ${names}.`,
            en: `There is no legal ground for: ${names}.`,
          }),
        }),
    },
  ],
};

export const SERVICE_DESIGN: IndicatorGroup = {
  id: '2c',
  title: { da: 'Kan man være med til at lave det bedre?', en: 'Transparency of service design' },
  source: SOURCE,
  indicators: [
    ofThePortal('2c.1', { da: 'Står der, hvordan reglerne bliver til?', en: 'Is policy making explained?' }),
    ofThePortal('2c.2', {
      da: 'Kan man deltage i det?',
      en: 'Is it said how to take part in policy making?',
    }),
    ofThePortal('2c.3', {
      da: 'Står der, hvordan løsningen bliver til?',
      en: 'Is the design process explained?',
    }),
    ofThePortal('2c.4', {
      da: 'Kan man deltage i det arbejde?',
      en: 'Is it said how to take part in design?',
    }),
  ],
};
