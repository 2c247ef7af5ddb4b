import { danishTime } from './danish-time.js';
import { type Happening } from './happening.js';
import { type Player } from './player.js';

/** Context of a failed expectation: when it is, what happened last, and what comes next by itself. */
export function whereabouts(player: Player): string {
  const last = player.happenings.at(-1);
  const before = last ? `; last, at ${danishTime(last.at)}, ${inWords(last)}` : '';
  return `It is ${danishTime(player.now)}${before}; ${comingNext(player)}.`;
}

function comingNext(player: Player): string {
  if (player.status !== 'active') return `the journey is ${player.status}`;
  const { dispatches, timers } = player.waits();
  const [next] = Object.values(player.state.timers).sort((a, b) => a.due - b.due || a.seq - b.seq);
  const unanswered = dispatches.map(({ service }) => service).join(', ');
  if (!next) return unanswered ? `next, ${unanswered} must answer` : 'no timer is set';
  const step = timers.find(({ seq }) => seq === next.seq)?.step;
  const timer = step === undefined ? 'a reminder is sent' : `time is up in ${step}`;
  return `next, at ${danishTime(next.due)}, ${timer}${unanswered ? `, unless ${unanswered} answers before` : ''}`;
}

function inWords(happening: Happening): string {
  switch (happening.kind) {
    case 'submitted':
      return `${happening.person} did ${happening.task}: ${happening.event}`;
    case 'reported':
      return `${happening.event} was reported`;
    case 'elapsed':
      return `time was up in ${happening.step}`;
    case 'dispatched':
      return `${happening.step} asked ${happening.service}`;
    case 'answered':
      return `${happening.service} was answered`;
    case 'refused':
      return `${happening.service} was refused: ${happening.code}`;
    case 'skipped':
      return `operations went on without ${happening.service}`;
    case 'stopped':
      return `${happening.service} was no longer waited for`;
    case 'message':
      return `the message ${happening.text} was sent to ${happening.to}`;
    case 'invited':
      return `${happening.persons.join(', ')} came in as ${happening.role}`;
    case 'cancelled':
      return `${happening.person} cancelled the journey`;
    case 'undone':
      return `${happening.service} undid an earlier request`;
  }
}
