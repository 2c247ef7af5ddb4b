import { type IndicatorGroup, OF_THE_PORTAL, unlessMissing, when } from './indicator.js';

export const CROSS_BORDER: IndicatorGroup = {
  id: '4',
  title: { da: 'Fra et andet land', en: 'Cross-border' },
  source: 'eGovernment Benchmark, mystery shopping questionnaire, dimension 4',
  indicators: [
    {
      id: '4.1',
      question: { da: 'Kan man forstå det uden dansk?', en: 'Can it be understood without the language?' },
      judge: ({ definition: { texts }, tasks }) =>
        unlessMissing(
          tasks.flatMap(({ state: { path } }) => (texts.en.tasks[path]?.title ? [] : [path])),
          {
            met: { da: 'Hver opgave findes på engelsk.', en: 'Each task is there in English.' },
            lacking: names => ({
              da: `Disse opgaver findes ikke på engelsk: ${names}.`,
              en: `These tasks are not there in English: ${names}.`,
            }),
          },
        ),
    },
    {
      id: '4.2',
      question: {
        da: 'Kan en uden CPR-nummer tage del?',
        en: 'Can somebody without a Danish CPR number take part?',
      },
      judge: ({ definition: { roles } }) =>
        when(
          Object.values(roles).some(({ unregistered }) => unregistered),
          {
            da: 'En rolle kan tages af en uden CPR-nummer, med brev eller i borgerservice.',
            en: 'A role may be taken by somebody without a CPR number, by letter or at a counter.',
          },
          { da: 'Alle roller kræver CPR-nummer.', en: 'All roles ask for a CPR number.' },
        ),
    },
    {
      id: '4.3',
      question: { da: 'Kan man bruge sit eget lands eID?', en: 'Can the own national eID be used?' },
      judge: OF_THE_PORTAL,
    },
    {
      id: '4.4',
      question: { da: 'Kan man få hjælp fra udlandet?', en: 'Is there support for cross-border users?' },
      judge: OF_THE_PORTAL,
    },
  ],
};
