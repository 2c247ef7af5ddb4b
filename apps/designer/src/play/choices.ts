import { danishTime, type Player } from '#workshop';
import { serviceName, type Wording } from './narrate.js';

/** One thing the designer can let happen now. */
export type Choice = { readonly words: string } & (
  | {
      readonly kind: 'submit';
      readonly task: string;
      readonly form: string;
      readonly event: string;
      readonly person: string;
      readonly data: boolean;
    }
  | { readonly kind: 'answer' | 'refuse' | 'skip'; readonly seq: number; readonly service: string }
  | { readonly kind: 'report'; readonly event: string }
  | { readonly kind: 'next' }
  | { readonly kind: 'cancel'; readonly person: string }
);

/** Everything that can happen now: tasks first, then authorities, registers, time and cancelling. */
export function choicesOf(player: Player, wording: Wording): Choice[] {
  const { definition, language } = wording;
  const texts = definition.texts[language];
  const { dispatches, reports, timers } = player.waits();
  const choices: Choice[] = [];
  for (const { task, form, events, persons } of player.tasks()) {
    for (const person of persons) {
      for (const { event, data } of events) {
        const button = texts.forms[form]?.events[event] ?? event;
        const words = `${person}: ${texts.tasks[task]?.title ?? task} → ${button} (${task} ${event})`;
        choices.push({ kind: 'submit', task, form, event, person, data, words });
      }
    }
  }
  for (const { seq, service, skippable } of dispatches) {
    choices.push({
      kind: 'answer',
      seq,
      service,
      words: `answer ${serviceName(service, wording)} (#${seq})`,
    });
    if (Object.keys(wording.catalogue.service(service)?.refusals ?? {}).length > 0) {
      choices.push({
        kind: 'refuse',
        seq,
        service,
        words: `refuse ${serviceName(service, wording)} (#${seq})`,
      });
    }
    if (skippable) {
      choices.push({ kind: 'skip', seq, service, words: `skip ${serviceName(service, wording)} (#${seq})` });
    }
  }
  for (const event of new Set(reports.map(report => report.event))) {
    const name = wording.catalogue.registerEvent(event)?.name[language];
    choices.push({ kind: 'report', event, words: `report ${event}${name ? ` (${name})` : ''}` });
  }
  const [first] = timers;
  if (first)
    choices.push({ kind: 'next', words: `let time pass until ${danishTime(first.due)} (${first.step})` });
  for (const person of cancellers(player)) {
    choices.push({ kind: 'cancel', person, words: `${person} cancels the journey` });
  }
  return choices;
}

function cancellers(player: Player): string[] {
  const roles = player.journey.definition.cancellation?.by ?? [];
  const persons = [...new Set(roles.flatMap(role => player.personsIn(role)))];
  return player.status === 'active'
    ? persons.filter(person => player.journey.mayCancel(player.state, person, player.now))
    : [];
}
