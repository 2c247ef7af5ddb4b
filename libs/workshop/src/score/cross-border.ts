import { type CheckContext } from '../check/check-context.js';
import { factsSaid } from '../check/facts-said.js';
import { type IndicatorGroup, unlessMissing } from './indicator.js';
import { ofThePortal } from './portal.js';

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
      // What is needed by nobody is not asked for: a question of the questionnaire that follows from another is left out.
      judge: ({ context }) => {
        const named = namedRoles(context);
        if (named.length === 0) {
          return {
            open: {
              da: 'Ikke relevant: kun folk, som et register har CPR-nummer på, tager del.',
              en: 'Not applicable: only people whose CPR number a register has take part.',
            },
          };
        }
        const { roles } = context.definition;
        return unlessMissing(
          named.filter(role => !roles[role]?.unregistered),
          {
            met: {
              da: 'Enhver, der bliver bedt om at tage del, kan gøre det uden CPR-nummer, med brev eller i borgerservice.',
              en: 'Whoever is asked to take part can do so without a CPR number, by letter or at a counter.',
            },
            lacking: names => ({
              da: `Disse roller kræver CPR-nummer: ${names}.`,
              en: `These roles ask for a CPR number: ${names}.`,
            }),
          },
        );
      },
    },
    ofThePortal('4.3', { da: 'Kan man bruge sit eget lands eID?', en: 'Can the own national eID be used?' }),
    ofThePortal('4.4', {
      da: 'Kan man få hjælp fra udlandet?',
      en: 'Is there support for cross-border users?',
    }),
  ],
};

/** The roles that a participant gives to whomever they name, who may live abroad. */
function namedRoles(context: CheckContext): readonly string[] {
  const said = factsSaid(context);
  const named = context.actions.flatMap(({ action: { type, params } }) => {
    if (type !== 'invite') return [];
    const { role, person } = params;
    if (typeof person !== 'string') return [String(role)];
    const compiled = context.environment.compile(person);
    const reads = compiled.ok ? compiled.expression.reads : [];
    return reads.some(({ path: [root] }) => said.has(String(root))) ? [String(role)] : [];
  });
  return [...new Set(named)];
}
