import { type Definition, type Language, type ServiceCatalogue } from '#journey';
import { type Json } from '#statechart';
import { danishTime, type Happening } from '#workshop';
import { shown, spoken } from './value-words.js';

/** What is needed to tell what happened in the words of the journey. */
export interface Wording {
  readonly definition: Definition;
  readonly catalogue: ServiceCatalogue;
  readonly language: Language;
}

/** Below the time that stands before a line. */
const INDENT = ' '.repeat(18);

/** What happened, in a sentence: when, who, what. What it carries stands below it. */
export function narrate(happening: Happening, wording: Wording): string {
  const [sentence, ...details] = told(happening, wording).filter(Boolean);
  return [`${danishTime(happening.at)}  ${sentence}`, ...details.map(line => INDENT + line)].join('\n');
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
      const why = wording.catalogue.service(service)?.refusals[code]?.[wording.language];
      return [`${authorityOf(service, wording)} refuses ${service} (#${seq}): ${code}`, why ?? ''];
    }
    case 'skipped':
      return [`Operations go on without ${happening.service} (#${happening.seq})`];
    case 'stopped':
      return [`${happening.service} (#${happening.seq}) is not waited for any more`];
    case 'message': {
      const { to, persons } = happening;
      const [subject = '', body = ''] = messageWords(happening, wording);
      return [`Message to ${persons.join(', ') || 'nobody'} (${to}): ${subject}`, body];
    }
    case 'invited':
      return [`${happening.persons.join(', ')} takes part as ${roleName(happening.role, wording)}`];
    case 'started': {
      const { journey, person, given } = happening;
      const title = wording.catalogue.journeys?.get(journey)?.title[wording.language] ?? journey;
      return [`The journey ${title} is started for ${person}`, detail(given)];
    }
    case 'ended':
      return [`The journey ${happening.name} ends as ${happening.is}`];
    case 'offered': {
      const { offer, person, given, expires } = happening;
      const words = wording.definition.texts[wording.language].offers[offer];
      const until = danishTime(expires - 1);
      return [
        `The journey is offered to ${person} until ${until}: “${words?.title ?? offer}”`,
        words?.body ?? '',
        detail(given),
      ];
    }
    case 'cancelled':
      return [`${happening.person} cancels the journey`];
    case 'undone':
      return [`${serviceName(happening.service, wording)} undoes #${happening.seq}`];
  }
}

/** Subject and body of a message with its placeholders filled in; a reminder, and what has no words, by its name. */
function messageWords(
  { text, with: values }: Extract<Happening, { kind: 'message' }>,
  { definition, language }: Wording,
): [subject: string, body: string] {
  const { messages, tasks } = definition.texts[language];
  const message = messages[text];
  const task = String(values.task ?? '');
  if (!message && text === 'reminder') {
    const due = typeof values.due === 'string' ? ` by ${danishTime(Date.parse(values.due) - 1)}` : '';
    return [`a reminder of “${tasks[task]?.title ?? task}”, to be done${due}`, ''];
  }
  if (!message) return [text, detail(values)];
  const fill = (words: string): string =>
    words.replace(/\{(\w+)\}/g, (written, name: string) =>
      Object.hasOwn(values, name) ? spoken(values[name], language) : written,
    );
  return [`“${fill(message.subject)}” (${text})`, fill(message.body)];
}

/** A service with what it does, in words. */
export function serviceName(id: string, { catalogue, language }: Wording): string {
  const name = catalogue.service(id)?.name[language];
  return name ? `${id} (${name})` : id;
}

/** The authority of a service or report, by its name. */
export function authorityOf(id: string, { catalogue, language }: Wording): string {
  const authority = id.split('.')[0] ?? id;
  return catalogue.authority(authority)?.name[language] ?? authority;
}

function roleName(role: string, { definition, language }: Wording): string {
  return definition.texts[language].roles[role] ?? role;
}

function detail(data: Json): string {
  return typeof data === 'object' && data !== null && Object.keys(data).length === 0 ? '' : shown(data);
}
