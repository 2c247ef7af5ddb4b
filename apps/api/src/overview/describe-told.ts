import { dateAt, iso } from '#calendar';
import { type Told } from '#runtime';
import { type EntryId } from '../citizen/describe-journey.js';
import { type ReaderWords } from '../citizen/reader-words.js';
import { type OverviewCaseDocument } from './overview-case-document.js';
import {
  type AppointmentDocument,
  type BenefitDocument,
  type DecisionDocument,
  type PaymentDocument,
  type ToldDocument,
} from './told-document.js';

/** What is needed to say what was told in a journey. */
export interface ToldScene {
  readonly journey: OverviewCaseDocument;
  readonly words: ReaderWords;
  readonly idOf: EntryId;
}

const DIRECTIONS = { citizen: 'in', authority: 'out', participant: 'between' } as const;

export function describeDecision(told: Told, scene: ToldScene): DecisionDocument {
  const { granted, grounds, from, until, appeal, noAppeal, day } = told;
  const why = scene.words.of(noAppeal);
  const about = head(told, scene);
  const said = resultOf(told, scene, about.title);
  return {
    ...about,
    decidedOn: day ?? dateAt(told.at),
    ...(granted !== undefined && { granted }),
    ...(said !== undefined && { result: said }),
    ...(grounds !== undefined && { grounds }),
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    // Due is the instant after the last on which it may be done.
    ...(appeal && {
      appeal: {
        task: appeal.task,
        title: scene.words.taskTitle(appeal.task),
        ...(appeal.due !== undefined && { lastDay: dateAt(appeal.due - 1) }),
      },
    }),
    ...(why !== undefined && { noAppeal: why }),
  };
}

/** How it came out, in words. A report that has no field for it says it by its name: a licence has been revoked. */
function resultOf(
  { source, granted, result }: Told,
  { words }: ToldScene,
  title: string,
): string | undefined {
  if (result) return words.told(source, result);
  if (granted !== undefined || !words.compiled.catalogue.registerEvent(source)) return undefined;
  const name = words.report(source);
  return name === title ? undefined : name;
}

export function describeBenefit(told: Told, scene: ToldScene): BenefitDocument {
  const { amount, every, from, until } = told;
  return {
    ...head(told, scene),
    ...(amount !== undefined && { amount }),
    currency: 'DKK',
    ...(every && { every }),
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
  };
}

export function describePayment(told: Told, scene: ToldScene): PaymentDocument {
  const { to = 'authority', paid, day } = told;
  return {
    ...describeBenefit(told, scene),
    direction: DIRECTIONS[to],
    status: paid ? 'paid' : 'due',
    ...(day !== undefined && { day }),
  };
}

export function describeAppointment(told: Told, scene: ToldScene): AppointmentDocument {
  const { day = '', place } = told;
  return { ...head(told, scene), start: day, ...(place !== undefined && { place }) };
}

/** It is called as its contract calls it, or by its section, as people know it; outside of any, by what was asked or reported. */
function head(
  { source, authority, state, entry, item, at, reference }: Told,
  { journey, words, idOf }: ToldScene,
): ToldDocument {
  const { compiled } = words;
  const section = compiled.sectionOf(state);
  const isReport = compiled.catalogue.registerEvent(source) !== undefined;
  return {
    id: `${idOf(entry)}-${item}`,
    journey,
    title:
      words.telling(source, item) ?? (section === undefined ? words.source(source) : words.section(section)),
    text: isReport ? words.report(source) : words.doing(source, authority),
    authority,
    authorityName: words.authority(authority),
    toldAt: iso(at),
    ...(reference !== undefined && { reference }),
  };
}
