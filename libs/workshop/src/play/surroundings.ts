import { danishTime } from './danish-time.js';
import { type Happening } from './happening.js';
import { type Player } from './player.js';

/** What happened last in a play and what comes next, with their times: where to look when something is not so. */
export function surroundings(player: Player): string {
  const last = player.happenings.at(-1);
  const next = player.upcoming();
  const before = last ? `Last, ${inBrief(last)} (${danishTime(last.at)});` : 'Nothing has happened yet;';
  if (!next) return `${before} nothing more happens by itself.`;
  const what = { timer: 'time is up in', reminder: 'a reminder is sent of', answer: 'an authority answers' }[
    next.kind
  ];
  const step = next.kind === 'answer' ? '' : ` ${next.step || 'the journey'}`;
  return `${before} next, ${what}${step} (${danishTime(next.at)}).`;
}

function inBrief(happening: Happening): string {
  switch (happening.kind) {
    case 'submitted':
      return `${happening.person} did ${happening.task} ${happening.event}`;
    case 'reported':
      return `${happening.event} was reported`;
    case 'elapsed':
      return `time was up in ${happening.step || 'the journey'}`;
    case 'dispatched':
      return `${happening.service} was asked`;
    case 'answered':
      return `${happening.service} answered`;
    case 'refused':
      return `${happening.service} refused with ${happening.code}`;
    case 'skipped':
      return `${happening.service} was skipped`;
    case 'stopped':
      return `${happening.service} was no longer waited for`;
    case 'message':
      return `the message ${happening.text} went to ${happening.to}`;
    case 'ended':
      return `${happening.step} was reached`;
    case 'invited':
      return `${happening.persons.join(', ')} came to be ${happening.role}`;
    case 'started':
      return `${happening.journey} was started for ${happening.person}`;
    case 'otherEnded':
      return `the journey ${happening.name} ended as ${happening.is}`;
    case 'offered':
      return `the offer ${happening.offer} went to ${happening.person}`;
    case 'dismissed':
      return `${happening.persons.join(', ')} was no longer ${happening.role}`;
    case 'cancelled':
      return `${happening.person} cancelled`;
    case 'undoing':
      return `the journey cancelled itself (${happening.text})`;
    case 'undone':
      return `${happening.service} was asked to undo`;
  }
}
