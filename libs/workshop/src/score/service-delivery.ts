import { type StateDefinition } from '#journey';
import { isObject } from '#schema';
import { type IndicatorGroup, unlessMissing, when } from './indicator.js';
import { ofThePortal } from './portal.js';
import { type ScoreSubject } from './score-subject.js';

export const SERVICE_DELIVERY: IndicatorGroup = {
  id: '2a',
  title: { da: 'Ved man, hvad der sker og hvornår?', en: 'Transparency of service delivery' },
  source: 'eGovernment Benchmark, mystery shopping questionnaire, dimension 2',
  indicators: [
    {
      id: '2a.1',
      question: { da: 'Får man besked, når det er gjort?', en: 'Is there a delivery notice of completion?' },
      judge: subject =>
        unlessMissing(silentEnds(subject), {
          met: {
            da: 'Hver slutning på forløbet siger, hvad der kom ud af det, eller sender en besked.',
            en: 'Each end of the journey says what came of it, or sends a message.',
          },
          lacking: names => ({
            da: `Her slutter forløbet uden et ord: ${names}.`,
            en: `Here the journey ends without a word: ${names}.`,
          }),
        }),
    },
    {
      id: '2a.2',
      question: { da: 'Kan man følge sagen?', en: 'Is progress tracked during the service?' },
      judge: ({ context }) => {
        const sections = context.states.filter(({ section }) => section !== undefined);
        return when(
          sections.length > 0,
          {
            da: `Man kan se, hvordan det går med ${sections.length} dele af forløbet.`,
            en: `One can see how ${sections.length} parts of the journey stand.`,
          },
          {
            da: 'Forløbet har ingen afsnit (section), så man ser kun ét trin ad gangen.',
            en: 'The journey has no sections, so that one sees only one step at a time.',
          },
        );
      },
    },
    {
      id: '2a.3',
      question: { da: 'Kan man gemme en kladde?', en: 'Can one save as draft?' },
      judge: ({ fields }) =>
        when(
          fields.length > 0,
          {
            da: 'Alt, hvad man udfylder, gemmes som kladde, til man sender det.',
            en: 'Whatever is filled in is kept as a draft until it is sent.',
          },
          { da: 'Der er intet at udfylde.', en: 'There is nothing to fill in.' },
        ),
    },
    {
      id: '2a.4',
      question: {
        da: 'Står der, hvor lang tid det tager, før man begynder?',
        en: 'Is the estimated duration of the whole process stated before one starts?',
      },
      judge: ({ definition: { estimatedDuration } }) =>
        when(
          estimatedDuration !== undefined,
          {
            da: 'Forløbet siger, hvor længe det plejer at vare.',
            en: 'The journey says how long it usually takes.',
          },
          { da: 'estimatedDuration mangler.', en: 'estimatedDuration is missing.' },
        ),
    },
    {
      id: '2a.5',
      question: { da: 'Er fristerne klare?', en: 'Is the delivery timeline clear?' },
      judge: ({ tasks }) =>
        unlessMissing(
          tasks.flatMap(({ state, task }) =>
            task.due === undefined && task.kind !== 'standing' ? [state.path] : [],
          ),
          {
            met: {
              da: 'Hver opgave siger, hvornår den senest skal gøres.',
              en: 'Each task says by when it is to be done.',
            },
            lacking: names => ({
              da: `Disse opgaver har ingen frist: ${names}.`,
              en: `These tasks have no last day: ${names}.`,
            }),
          },
        ),
    },
    {
      id: '2a.6',
      question: {
        da: 'Er der en længste tid, myndigheden må bruge?',
        en: 'Is there a maximum time limit within which the administration must deliver?',
      },
      judge: ({ services }) =>
        unlessMissing(
          services.flatMap(({ id, answers, maximumTime }) =>
            answers === 'later' && maximumTime === undefined ? [id] : [],
          ),
          {
            met: {
              da: 'Hver myndighed, der svarer senere, har en længste svartid.',
              en: 'Each authority that answers later has a maximum time.',
            },
            lacking: names => ({
              da: `Kontrakten nævner ingen længste svartid for: ${names}.`,
              en: `The contract names no maximum time for: ${names}.`,
            }),
          },
        ),
    },
    ofThePortal('2a.7', {
      da: 'Er det offentligt, hvor godt det går?',
      en: 'Is information on service performance public?',
    }),
    {
      id: '2a.8',
      question: {
        da: 'Siger formularen til, når noget er forkert?',
        en: 'Does the form show an error message when an input is wrong?',
      },
      judge: ({ fields }) =>
        unlessMissing(
          fields.flatMap(({ name, schema }) => (saysWhatFits(schema) ? [] : [name])),
          {
            met: {
              da: 'Hvert felt siger, hvad der passer, så det, der ikke gør, bliver vist.',
              en: 'Each field says what fits, so that what does not is shown.',
            },
            lacking: names => ({
              da: `Disse felter tager imod hvad som helst: ${names}.`,
              en: `These fields take anything: ${names}.`,
            }),
          },
        ),
    },
    {
      id: '2a.9',
      question: {
        da: 'Hjælper formularen med at udfylde rigtigt?',
        en: 'Does the form show visual aids and hints?',
      },
      judge: ({ tasks, definition: { texts } }) =>
        unlessMissing(
          tasks.flatMap(({ state, task }) => {
            const hints = Object.values(texts.da.forms[task.form]?.fields ?? {}).some(({ hint }) => hint);
            return hints || texts.da.tasks[state.path]?.help ? [] : [state.path];
          }),
          {
            met: {
              da: 'Hver opgave har en hjælpetekst eller vejledning ved felterne.',
              en: 'Each task has a help text, or hints at its fields.',
            },
            lacking: names => ({
              da: `Disse opgaver har ingen hjælp: ${names}.`,
              en: `These tasks have no help: ${names}.`,
            }),
          },
        ),
    },
  ],
};

/** Ends of the journey that say nothing, and that no way leads to with a message. */
function silentEnds({ context, definition }: ScoreSubject): string[] {
  const { transitions } = context;
  return definition.machine.states.filter(isSilent).map(({ path }) => path);

  function isSilent({ type, path, outcome, entry }: StateDefinition): boolean {
    if (type !== 'final' || outcome || entry.some(tells)) return false;
    const ways = transitions.filter(({ transition }) => transition.targetPaths.includes(path));
    return !ways.every(({ transition }) => transition.actions.some(tells));
  }
}

function tells({ type }: { readonly type: string }): boolean {
  return type === 'message';
}

/** Keywords by which a field refuses something. */
const LIMITS = [
  'enum',
  'const',
  'format',
  'pattern',
  'maxLength',
  'minLength',
  'maximum',
  'minimum',
  'maxItems',
  '$ref',
  'oneOf',
  'anyOf',
];

function saysWhatFits(schema: unknown): boolean {
  if (!isObject(schema as never)) return false;
  const { type } = schema as { readonly type?: unknown };
  return LIMITS.some(key => key in (schema as object)) || (type !== undefined && type !== 'string');
}
