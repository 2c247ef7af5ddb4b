import { type CompiledJourney, type Language, nameFirst } from '#journey';
import { type Json } from '#statechart';
import { danishTime, type Happening } from '#workshop';
import { shown } from './value-words.js';

/** What is needed to tell what happened in the words of the journey. */
export interface Wording {
  readonly journey: CompiledJourney;
  readonly language: Language;
}

/** The designer, who takes no part and so is told no names that are anybody's secret. */
export const NOBODY = '';
/** Below the time that stands before a line. */
const INDENT = ' '.repeat(18);

/** What happened, in a sentence: when, who, what. What it carries stands below it. */
export function narrate(happening: Happening, wording: Wording): string {
  const [sentence, ...details] = told(happening, wording).filter(Boolean);
  const below = details.flatMap(each => each.split('\n').map(line => INDENT + line));
  return [`${danishTime(happening.at)}  ${sentence}`, ...below].join('\n');
}

function told(happening: Happening, wording: Wording): string[] {
  switch (happening.kind) {
    case 'submitted': {
      const { person, task, event, data } = happening;
      return [`${person} does ${task}: ${event}`, detail(data)];
    }
    case 'reported':
      return [`${authorityOf(happening.event, wording)} reports ${happening.event}`, detail(happening.data)];
    case 'elapsed':
      return [`Time is up in ${happening.step || 'the journey'}`];
    case 'dispatched': {
      const { step, service, seq, input } = happening;
      return [`${step} asks ${serviceName(service, wording)} (#${seq})`, detail(input)];
    }
    case 'answered': {
      const { service, seq, answer } = happening;
      return [`${authorityOf(service, wording)} answers ${service} (#${seq})`, detail(answer)];
    }
    case 'refused': {
      const { service, seq, code } = happening;
      const why = wording.journey.catalogue.service(service)?.refusals[code]?.[wording.language];
      return [`${authorityOf(service, wording)} refuses ${service} (#${seq}): ${code}`, why ?? ''];
    }
    case 'skipped':
      return [`Operations go on without ${happening.service} (#${happening.seq})`];
    case 'stopped':
      return [`${happening.service} (#${happening.seq}) is not waited for any more`];
    case 'message':
      return messageLines(happening, wording);
    case 'ended': {
      const { step, state } = happening;
      const outcome = wording.journey.words.outcome(step, wording.language, { person: NOBODY, state });
      return [`${step} is ${outcome?.is ?? 'done'}`, outcome?.text ?? ''];
    }
    case 'invited':
      return [`${happening.persons.join(', ')} takes part as ${roleName(happening.role, wording)}`];
    case 'started': {
      const { journey, person, given } = happening;
      const title = wording.journey.catalogue.journeys?.get(journey)?.title[wording.language] ?? journey;
      return [`The journey ${title} is started for ${person}`, detail(given)];
    }
    case 'otherEnded':
      return [`The journey ${happening.name} ends as ${happening.is}`];
    case 'offered': {
      const { offer, person, given, expires } = happening;
      const words = wording.journey.definition.texts[wording.language].offers[offer];
      const until = danishTime(expires - 1);
      return [
        `The journey is offered to ${person} until ${until}: “${words?.title ?? offer}”`,
        words?.body ?? '',
        detail(given),
      ];
    }
    case 'dismissed':
      return [`${happening.persons.join(', ')} takes part as ${roleName(happening.role, wording)} no more`];
    case 'cancelled':
      return [`${happening.person} cancels the journey`];
    case 'undoing':
      return [
        'The journey cancels itself',
        wording.journey.words.undone(happening, wording.language, { person: '', state: happening.state }),
      ];
    case 'undone':
      return [`${serviceName(happening.service, wording)} undoes #${happening.seq}`];
  }
}

/** A message as each of its readers reads it: once where all read the same. */
function messageLines(
  { text, to, persons, effect, state }: Extract<Happening, { kind: 'message' }>,
  { journey, language }: Wording,
): string[] {
  const readers = new Map<string, string[]>();
  for (const person of persons) {
    const reader = { person, state };
    const { subject, body } =
      effect.type === 'reminder'
        ? journey.words.reminder(effect, language, reader)
        : journey.words.message(effect, language, reader);
    const read = `“${subject}” (${text})\n${body}`;
    readers.set(read, [...(readers.get(read) ?? []), person]);
  }
  return [...readers].flatMap(([read, all]) => {
    const [subject = '', ...body] = read.split('\n');
    return [`Message to ${all.join(', ')} (${to}): ${subject}`, ...body];
  });
}

/** A service with what it does, in words. */
export function serviceName(id: string, { journey, language }: Wording): string {
  const name = journey.catalogue.service(id)?.name[language];
  return name ? `${id} (${name})` : id;
}

/** The authority of a service or report, by its name, at the beginning of a sentence. */
export function authorityOf(id: string, { journey, language }: Wording): string {
  const authority = id.split('.')[0] ?? id;
  return nameFirst(journey.catalogue.authority(authority)?.name[language] ?? authority);
}

function roleName(role: string, { journey, language }: Wording): string {
  return journey.definition.texts[language].roles[role] ?? role;
}

function detail(data: Json): string {
  return typeof data === 'object' && data !== null && Object.keys(data).length === 0 ? '' : shown(data);
}
