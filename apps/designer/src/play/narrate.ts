import { type Definition, type Language, type ServiceCatalogue } from '#journey';
import { danishTime, type Happening } from '#workshop';

/** What is needed to tell what happened in the words of the journey. */
export interface Wording {
  readonly definition: Definition;
  readonly catalogue: ServiceCatalogue;
  readonly language: Language;
}

/** One line on one thing that happened: when, who, what. */
export function narrate(happening: Happening, wording: Wording): string {
  return `${danishTime(happening.at)}  ${sentence(happening, wording)}`;
}

function sentence(happening: Happening, wording: Wording): string {
  switch (happening.kind) {
    case 'submitted':
      return `${happening.person} → ${happening.task}: ${happening.event} ${brief(happening.data)}`.trimEnd();
    case 'reported':
      return `${authorityOf(happening.event, wording)} reports ${happening.event} ${brief(happening.data)}`;
    case 'elapsed':
      return `time is up in ${happening.step}`;
    case 'dispatched':
      return `${happening.step} asks ${serviceName(happening.service, wording)} (#${happening.seq}) ${brief(happening.input)}`;
    case 'answered':
      return `${authorityOf(happening.service, wording)} answers ${happening.service} (#${happening.seq}) ${brief(happening.answer)}`;
    case 'refused':
      return `${authorityOf(happening.service, wording)} refuses ${happening.service} (#${happening.seq}): ${happening.code}`;
    case 'skipped':
      return `operations go on without ${happening.service} (#${happening.seq})`;
    case 'stopped':
      return `${happening.service} (#${happening.seq}) is not waited for any more`;
    case 'message':
      return `message to ${happening.to} (${happening.persons.join(', ') || 'nobody'}): ${messageText(happening, wording)}`;
    case 'invited':
      return `${happening.persons.join(', ')} takes part as ${roleName(happening.role, wording)}`;
    case 'cancelled':
      return `${happening.person} cancels the journey`;
    case 'undone':
      return `${serviceName(happening.service, wording)} undoes #${happening.seq}`;
  }
}

/** The subject of a message with its placeholders filled in, or its name. */
function messageText(
  { text, with: values }: Extract<Happening, { kind: 'message' }>,
  { definition, language }: Wording,
): string {
  const message = definition.texts[language].messages[text];
  if (!message) return `${text} ${brief(values)}`;
  const fill = (words: string): string =>
    words.replace(/\{(\w+)\}/g, (written, name: string) => (name in values ? plain(values[name]) : written));
  return `${text} “${fill(message.subject)}. ${fill(message.body)}”`;
}

export function serviceName(id: string, { catalogue, language }: Wording): string {
  const name = catalogue.service(id)?.name[language];
  return name ? `${id} (${name})` : id;
}

function authorityOf(id: string, { catalogue, language }: Wording): string {
  const authority = id.split('.')[0] ?? id;
  return catalogue.authority(authority)?.name[language] ?? authority;
}

function roleName(role: string, { definition, language }: Wording): string {
  return definition.texts[language].roles[role] ?? role;
}

function brief(value: unknown): string {
  if (typeof value === 'object' && value !== null && Object.keys(value).length === 0) return '';
  return JSON.stringify(value);
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
