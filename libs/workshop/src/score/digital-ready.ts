import { isObject } from '#schema';
import { noLegalGround } from '../check/rules/no-legal-ground.js';
import { type Principle } from './principle.js';

const share = (part: number, whole: number): { readonly part: number; readonly whole: number } => ({
  part,
  whole,
});

/** The seven principles of digital-ready legislation, each measured by what a definition shows of the rules it carries out. */
export const DIGITAL_READY: readonly Principle[] = [
  {
    id: '1',
    title: { da: 'Enkle og klare regler', en: 'Simple and clear rules' },
    measure: ({ definition: { conditions, delays } }) => {
      const rules = [...Object.entries(conditions), ...Object.entries(delays)];
      const named = rules.filter(([, { source }]) => source !== undefined);
      return {
        ...share(named.length, rules.length),
        names: named.map(([name]) => name),
        reason: {
          da: `${named.length} af ${rules.length} regler er skrevet som et udtryk, der kan regnes ud, og nævner deres kilde.`,
          en: `${named.length} of ${rules.length} rules are expressions that can be computed, and name their source.`,
        },
      };
    },
  },
  {
    id: '2',
    title: { da: 'Digital kommunikation', en: 'Digital communication' },
    measure: ({ tasks, definition: { roles } }) => {
      const digital = tasks.filter(({ task }) => roles[task.role]?.unregistered !== true);
      return {
        ...share(digital.length, tasks.length),
        names: digital.map(({ state }) => state.path),
        reason: {
          da: `${digital.length} af ${tasks.length} opgaver kan alle klare digitalt; den, der er fritaget, får breve.`,
          en: `${digital.length} of ${tasks.length} tasks can be done digitally by all; who is exempt gets letters.`,
        },
      };
    },
  },
  {
    id: '3',
    title: { da: 'Automatisk digital sagsbehandling', en: 'Automated digital case processing' },
    measure: ({ context: { states }, catalogue }) => {
      const deciding = states.filter(
        ({ invokes, transitions }) =>
          invokes.length > 0 || transitions.some(({ trigger, guard }) => trigger.kind === 'always' && guard),
      );
      const automatic = deciding.filter(({ invokes }) =>
        invokes.every(({ src }) => catalogue.service(src)?.answers === 'now'),
      );
      return {
        ...share(automatic.length, deciding.length),
        names: automatic.map(({ path }) => path),
        reason: {
          da: `${automatic.length} af ${deciding.length} trin afgøres med det samme uden en sagsbehandler.`,
          en: `${automatic.length} of ${deciding.length} steps are decided at once without a caseworker.`,
        },
      };
    },
  },
  {
    id: '4',
    title: {
      da: 'Sammenhæng på tværs: ens begreber og genbrug af data',
      en: 'Consistency across authorities: uniform concepts and reuse of data',
    },
    measure: ({ fields }) => {
      const reused = fields.filter(field => field.reused);
      return {
        ...share(reused.length, fields.length),
        names: reused.map(({ name }) => name),
        reason: {
          da: `${reused.length} af ${fields.length} felter er udfyldt eller kan vælges ud fra, hvad myndighederne ved.`,
          en: `${reused.length} of ${fields.length} fields are filled in, or chosen from what the authorities know.`,
        },
      };
    },
  },
  {
    id: '5',
    title: { da: 'Tryg og sikker datahåndtering', en: 'Safe and secure data handling' },
    measure: subject => {
      const without = new Set(subject.found(noLegalGround)).size;
      const all = subject.requests.length;
      const { retention } = subject.definition;
      return {
        ...share(all - without + (retention ? 1 : 0), all + 1),
        names: subject.services.flatMap(({ id, ground }) => (ground ? [id] : [])),
        reason: {
          da: `${all - without} af ${all} videregivelser har en hjemmel, og forløbet ${retention ? 'slettes efter en fastsat tid' : 'siger ikke, hvornår det slettes'}.`,
          en: `${all - without} of ${all} disclosures have a legal ground, and the journey ${retention ? 'is erased after a set time' : 'does not say when it is erased'}.`,
        },
      };
    },
  },
  {
    id: '6',
    title: { da: 'Anvendelse af offentlig infrastruktur', en: 'Use of public infrastructure' },
    measure: ({ services }) => {
      const shared = services.filter(({ tier, effect }) => tier === 'state' || effect === 'none');
      return {
        ...share(shared.length, services.length),
        names: shared.map(({ id }) => id),
        reason: {
          da: `${shared.length} af ${services.length} ydelser er landets fælles løsninger eller opslag i registre.`,
          en: `${shared.length} of ${services.length} services are shared by the whole country, or look-ups in registers.`,
        },
      };
    },
  },
  {
    id: '7',
    title: { da: 'Forebyggelse af snyd og fejl', en: 'Prevention of fraud and errors' },
    measure: ({ fields }) => {
      const bounded = fields.filter(
        ({ schema, reused }) => reused || (isObject(schema) && BOUNDS.some(bound => bound in schema)),
      );
      return {
        ...share(bounded.length, fields.length),
        names: bounded.map(({ name }) => name),
        reason: {
          da: `${bounded.length} af ${fields.length} felter kan kun få værdier, der er mulige.`,
          en: `${bounded.length} of ${fields.length} fields take possible values alone.`,
        },
      };
    },
  },
];

/** Keywords that leave only what is possible. */
const BOUNDS = ['enum', 'const', 'format', 'pattern', 'maximum', 'minimum', 'maxLength', 'maxItems', '$ref'];
