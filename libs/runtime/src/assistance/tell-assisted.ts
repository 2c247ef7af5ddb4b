import { dateAt, dateInWords } from '#calendar';
import { type CompiledJourney, nameFirst, type WordedMessage } from '#journey';
import { type Instant } from '#statechart';
import { type Decision, type TellEffect } from '../decide/decision.js';
import { letterTo } from '../decide/letter-to.js';
import { type RunState } from '../journey-record.js';
import { type Assistance } from './assistance.js';

/** Key of the words, as that of a text would be. */
const ASSISTED = 'assisted';

/**
 * The person is told that a caseworker has helped them, with the first thing that is done for them in a journey: whoever did not ask
 * for help learns of it by their own post. What is done later by the same assistance stands in the journey.
 */
export function tellAssisted(
  decision: Decision,
  assistance: Assistance | undefined,
  before: RunState | undefined,
  compiled: CompiledJourney,
  at: Instant,
): Decision {
  if (!assistance || before?.assisted === assistance.id) return decision;
  const { person, id } = assistance;
  const role = compiled.rolesOf(decision.state.chart, person)[0] ?? 'applicant';
  const letter = letterTo(decision.state.chart.context, person);
  const telling: TellEffect = {
    type: 'tell',
    role,
    persons: [person],
    text: ASSISTED,
    words: wordsOf(assistance, compiled, dateAt(at)),
    ...(letter && { letters: { [person]: letter } }),
  };
  return { ...decision, assisted: id, effects: [...decision.effects, telling] };
}

function wordsOf(
  { authority, identified, receivedOn = '' }: Assistance,
  { catalogue }: CompiledJourney,
  today: string,
): TellEffect['words'] {
  const name = catalogue.directory?.nameOf(authority, today) ??
    catalogue.authority(authority)?.name ?? { da: authority, en: authority };
  const day = dateInWords(today);
  const known =
    identified === 'counter'
      ? { da: 'Du var der selv og viste legitimation.', en: 'You were there yourself and showed your ID.' }
      : {
          da: `Det skete efter et brev fra dig, som blev modtaget den ${dateInWords(receivedOn).da}.`,
          en: `It was done because of a letter from you that was received on ${dateInWords(receivedOn).en}.`,
        };
  const da: WordedMessage = {
    subject: `${nameFirst(name.da)} har hjulpet dig`,
    body: `Den ${day.da} hjalp en sagsbehandler i ${name.da} dig med denne sag. ${known.da} Du kan altid få at vide, hvad sagsbehandleren har set og gjort for dig. Spørg ${name.da}. Har du ikke bedt om hjælp, så ring til ${name.da} med det samme.`,
  };
  const en: WordedMessage = {
    subject: `${nameFirst(name.en)} has helped you`,
    body: `On ${day.en} a caseworker at ${name.en} helped you with this case. ${known.en} You can always be told what the caseworker has seen and done for you. Ask ${name.en}. If you did not ask for help, call ${name.en} at once.`,
  };
  return { da, en };
}
