import { noAppeal } from '../check/rules/no-appeal.js';
import { type IndicatorGroup, unlessMissing, when } from './indicator.js';
import { ofThePortal } from './portal.js';

const SOURCE = 'eGovernment Benchmark, mystery shopping questionnaire, dimension 1';

export const ONLINE_AVAILABILITY: IndicatorGroup = {
  id: '1a',
  title: { da: 'Kan man klare det på nettet?', en: 'Online availability' },
  source: SOURCE,
  indicators: [
    {
      id: '1a.1',
      question: { da: 'Står der på nettet, hvad man kan få?', en: 'Is information on the service online?' },
      judge: subject =>
        unlessMissing(
          subject.unsaid(({ summary }) => summary),
          {
            met: {
              da: 'Der står på dansk og engelsk, hvad forløbet gør for borgeren.',
              en: 'What the journey does for the citizen is said in Danish and English.',
            },
            lacking: names => ({
              da: `Der mangler en sammenfatning (summary) på: ${names}.`,
              en: `There is no summary in: ${names}.`,
            }),
          },
        ),
    },
    {
      id: '1a.2',
      question: { da: 'Kan selve sagen klares på nettet?', en: 'Is the service itself online?' },
      judge: ({ tasks, services }) => {
        const acting = services.filter(({ effect }) => effect !== 'none');
        return when(
          tasks.length > 0 && acting.length > 0,
          {
            da: `Borgeren kan gøre ${tasks.length} ting her, og ${acting.length} ydelser sættes i gang af det.`,
            en: `The citizen can do ${tasks.length} things here, and ${acting.length} services follow from it.`,
          },
          {
            da: 'Borgeren kan læse, men ikke sætte noget i gang hos en myndighed.',
            en: 'The citizen can read, and can start nothing with an authority.',
          },
        );
      },
    },
    ofThePortal('1a.3', {
      da: 'Kan man nå det fra portalen?',
      en: 'Can it be reached through the relevant portals?',
    }),
    {
      id: '1a.4',
      question: { da: 'Har siden en sigende titel?', en: 'Does the site give a descriptive title?' },
      judge: subject =>
        unlessMissing(
          subject.unsaid(({ title }) => title),
          {
            met: {
              da: 'Forløbet har en titel på dansk og engelsk.',
              en: 'The journey has a title in Danish and English.',
            },
            lacking: names => ({
              da: `Der mangler en titel på: ${names}.`,
              en: `There is no title in: ${names}.`,
            }),
          },
        ),
    },
    {
      id: '1a.5',
      question: {
        da: 'Er der overskrifter at finde vej efter?',
        en: 'Are there descriptive labels to navigate by?',
      },
      judge: ({ definition: { texts } }) => {
        const titles = Object.keys(texts.da.sections).length;
        return when(
          titles > 0,
          {
            da: `Forløbet er delt op i ${titles} afsnit med hver sin overskrift.`,
            en: `The journey is divided into ${titles} sections, each with a title.`,
          },
          { da: 'Forløbet har ingen afsnit (section).', en: 'The journey has no sections.' },
        );
      },
    },
  ],
};

export const USER_SUPPORT: IndicatorGroup = {
  id: '1b',
  title: { da: 'Kan man få hjælp?', en: 'User support' },
  source: SOURCE,
  indicators: [
    ofThePortal('1b.1', { da: 'Er der svar på ofte stillede spørgsmål?', en: 'Is there an FAQ?' }),
    ofThePortal('1b.2', { da: 'Er der en demonstration?', en: 'Is there a demo?' }),
    ofThePortal('1b.3', { da: 'Kan man få hjælp med det samme?', en: 'Is there live support?' }),
    {
      id: '1b.4',
      question: { da: 'Står der, hvem der har ansvaret?', en: 'Is the responsible department identified?' },
      judge: ({ authorities }) =>
        unlessMissing(
          authorities.filter(({ contact }) => !contact).map(({ id }) => id),
          {
            met: {
              da: 'Hver myndighed i forløbet står med navn og kontakt.',
              en: 'Each authority of the journey is named with its contact.',
            },
            lacking: names => ({
              da: `Der står ikke, hvor man henvender sig hos: ${names}.`,
              en: `It is not said where to turn at: ${names}.`,
            }),
          },
        ),
    },
    {
      id: '1b.5',
      question: { da: 'Kan man henvende sig på andre måder?', en: 'Are there other channels?' },
      judge: ({ authorities }) =>
        unlessMissing(
          authorities.filter(({ contact, hours }) => !contact?.phone || !hours).map(({ id }) => id),
          {
            met: {
              da: 'Hver myndighed kan ringes op, og telefontiden står der.',
              en: 'Each authority can be called, and its hours are said.',
            },
            lacking: names => ({
              da: `Telefon eller telefontid mangler for: ${names}.`,
              en: `Telephone or its hours are missing for: ${names}.`,
            }),
          },
        ),
    },
    ofThePortal('1b.6', { da: 'Kan man sige, hvad man synes?', en: 'Are there feedback mechanisms?' }),
    ofThePortal('1b.7', { da: 'Er der et debatforum?', en: 'Is there a forum or social media?' }),
    {
      id: '1b.8',
      question: { da: 'Kan man klage?', en: 'Is there a complaint procedure?' },
      judge: subject =>
        unlessMissing(subject.found(noAppeal), {
          met: {
            da: 'Hver afgørelse i forløbet kan påklages i forløbet.',
            en: 'Each decision of the journey can be appealed in the journey.',
          },
          lacking: names => ({
            da: `Disse afgørelser kan ikke påklages i forløbet: ${names}.`,
            en: `These decisions cannot be appealed in the journey: ${names}.`,
          }),
        }),
    },
  ],
};

export const MOBILE: IndicatorGroup = {
  id: '1c',
  title: { da: 'Kan det bruges på en telefon?', en: 'Mobile friendliness' },
  source: SOURCE,
  indicators: [
    ofThePortal('1c.1', { da: 'Passer siden til telefonen?', en: 'Does the page adapt to the device?' }),
  ],
};
