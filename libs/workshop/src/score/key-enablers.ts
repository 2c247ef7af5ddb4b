import { DOCUMENT_FORMAT, everySchema, isObject, type JsonSchema, listOf, propertiesOf } from '#schema';
import { onceOnly } from '../check/rules/once-only.js';
import { type IndicatorGroup, unlessMissing, when } from './indicator.js';
import { ofThePortal } from './portal.js';
import { type ScoreSubject } from './score-subject.js';

export const KEY_ENABLERS: IndicatorGroup = {
  id: '3',
  title: { da: 'Fælles løsninger', en: 'Key enablers' },
  source: 'eGovernment Benchmark, mystery shopping questionnaire, dimension 3',
  indicators: [
    {
      id: '3.2',
      question: { da: 'Kan man logge på med MitID?', en: 'Can one authenticate online with a national eID?' },
      judge: ({ tasks, definition: { roles } }) =>
        unlessMissing(
          [...new Set(tasks.map(({ task }) => task.role))].filter(role => roles[role]?.unregistered),
          {
            met: {
              da: 'Alle, der har noget at gøre, kan logge på.',
              en: 'Everybody who has something to do can sign in.',
            },
            lacking: names => ({
              da: `Uden CPR-nummer kan man ikke logge på som: ${names}.`,
              en: `Without a CPR number one cannot sign in as: ${names}.`,
            }),
          },
        ),
    },
    {
      id: '3.4',
      question: {
        da: 'Kan man gå videre til en anden myndighed uden at logge på igen?',
        en: 'Can one go on to another provider without signing in again?',
      },
      judge: ({ authorities }) =>
        when(
          authorities.length > 1,
          {
            da: `Man logger på én gang og når ${authorities.length} myndigheder.`,
            en: `One sign-in serves ${authorities.length} authorities.`,
          },
          { da: 'Forløbet når højst én myndighed.', en: 'The journey reaches one authority at most.' },
        ),
    },
    ofThePortal('3.5', { da: 'Kan man bruge et privat eID?', en: 'Could a private eID be used?' }),
    {
      id: '3.7',
      question: { da: 'Kan dokumenter sendes på nettet?', en: 'Can documents be submitted electronically?' },
      judge: subject => {
        const [asked, attached] = [documentsAsked(subject), documentsAttached(subject)];
        return when(
          asked === 0 || attached > 0,
          asked === 0
            ? { da: 'Ingen myndighed beder om dokumenter.', en: 'No authority asks for documents.' }
            : {
                da: `${attached} dokumenter kan vedhæftes her.`,
                en: `${attached} documents can be attached here.`,
              },
          {
            da: 'En myndighed beder om dokumenter, og ingen formular tager imod dem.',
            en: 'An authority asks for documents, and no form takes them.',
          },
        );
      },
    },
    {
      id: '3.8',
      question: {
        da: 'Får man afgørelsen digitalt?',
        en: 'Can the output document be obtained electronically?',
      },
      judge: subject =>
        unlessMissing(untold(subject), {
          met: {
            da: 'Efter hver afgørelse får borgeren besked i Digital Post.',
            en: 'After each decision the citizen is written to by Digital Post.',
          },
          lacking: names => ({
            da: `Efter disse afgørelser sendes ingen besked: ${names}.`,
            en: `After these decisions no message is sent: ${names}.`,
          }),
        }),
    },
    {
      id: '3.9',
      question: { da: 'Er der en formular på nettet?', en: 'Is there an e-form?' },
      judge: ({ fields }) =>
        when(
          fields.length > 0,
          { da: `Formularerne har ${fields.length} felter.`, en: `The forms have ${fields.length} fields.` },
          { da: 'Der er ingen formular.', en: 'There is no form.' },
        ),
    },
    {
      id: '3.10',
      question: {
        da: 'Er oplysninger udfyldt på forhånd?',
        en: 'Are personal data pre-filled from authentic sources?',
      },
      judge: subject => {
        const asked = subject.found(onceOnly);
        const reused = subject.fields.filter(field => field.reused).length;
        const reads = subject.services.filter(({ effect }) => effect === 'none').length;
        return when(
          asked.length === 0 && reused + reads > 0,
          {
            da: `${reused} af ${subject.fields.length} felter er udfyldt på forhånd, og ${reads} opslag i registre sparer spørgsmål.`,
            en: `${reused} of ${subject.fields.length} fields are filled in beforehand, and ${reads} look-ups in registers spare questions.`,
          },
          asked.length > 0
            ? {
                da: `Der spørges om noget, et register har: ${asked.join(', ')}.`,
                en: `Something is asked that a register holds: ${asked.join(', ')}.`,
              }
            : {
                da: 'Intet felt er udfyldt på forhånd, og intet register bliver spurgt.',
                en: 'No field is filled in beforehand, and no register is asked.',
              },
        );
      },
    },
  ],
};

/** Services that cannot be asked without a document. */
function documentsAsked({ services }: ScoreSubject): number {
  return services.filter(({ input }) => {
    const fields = propertiesOf(input);
    return (isObject(input) ? listOf(input.required) : []).some(name =>
      hasDocument(fields[String(name)] ?? true),
    );
  }).length;
}

function documentsAttached({ fields }: ScoreSubject): number {
  return fields.filter(({ schema }) => hasDocument(schema)).length;
}

function hasDocument(schema: JsonSchema): boolean {
  return [...everySchema(schema)].some(({ schema: each }) => Object(each)['format'] === DOCUMENT_FORMAT);
}

/** Decisions after whose answer nothing is written: not on the way, not in what follows, not in the section around. */
function untold({ requests, context }: ScoreSubject): string[] {
  return requests.flatMap(({ state, contract }) => {
    if (contract.decides !== true) return [];
    const around = [state, ...context.ancestors(state)];
    const section = around.find(({ section: title }) => title !== undefined) ?? around.at(-1) ?? state;
    const isTold = context.actions.some(
      ({ action, state: acting }) =>
        action.type === 'message' &&
        (acting.path === section.path || acting.path.startsWith(`${section.path}.`)),
    );
    return isTold ? [] : [contract.id];
  });
}
