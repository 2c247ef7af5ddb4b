import { type DISPATCH_DANISH } from './dispatch-da.js';

/** The words of the page of one request in English. */
export const DISPATCH_ENGLISH: typeof DISPATCH_DANISH = {
  title: (authority: string) => `Request to ${authority}`,
  back: 'To the requests',
  open: 'Try again or skip',
  closed: 'See it',
  facts: {
    service: 'Service',
    said: 'The citizen reads of it',
    authority: 'Authority',
    status: 'Status',
    sent: 'Sent',
    due: 'To be answered by',
    settled: 'Settled',
    attempts: 'Failed attempts',
    next: 'Next attempt',
    fault: 'Fault',
    step: 'Belongs to',
    case: 'Case',
    id: 'Id',
  },
  quoted: (text: string) => `“${text}”`,
  noCase: 'None. It belongs to a correction or a mandate.',
  retried: {
    heading: 'It is sent again now',
    text: 'Load the page again in a moment to see what has come of it.',
  },
  skipped: {
    heading: 'It has been skipped',
    text: 'The case has gone on without an answer from the authority.',
  },
  tooLate: {
    heading: 'Nothing was done',
    text: (status: string) =>
      `The request has changed since you opened the page. Now it is: ${status}. Somebody may have come before you, or it has gone through by itself.`,
  },
  retry: {
    title: 'Try again now',
    how: 'It is sent again at once, under the id it had. What the authority has got already is not done twice. The case goes on only when the authority answers.',
    paused: 'The authority is paused, so it is not sent until the pause is lifted.',
    reason: 'Why is it to be tried again?',
    button: 'Try again',
  },
  over: 'It is settled, so there is nothing to do.',
  skip: {
    title: 'Skip',
    about:
      'Should no answer come, the case can go on without one. That cannot be undone. First you see what it leads to.',
    see: 'See what it leads to',
    pageTitle: (authority: string) => `Skip the request to ${authority}`,
    back: 'To the request',
    lead: 'The case goes on without an answer from the authority. This cannot be undone. The authority may have done what we asked for all the same.',
    leadsTo: 'It leads to',
    nothing: 'Nothing in the case changes. We only no longer wait for an answer.',
    facts: {
      status: 'The case is then',
      left: 'It leaves',
      entered: 'It enters',
      tasks: 'Tasks that open',
      messages: 'Messages that are sent',
      asked: 'Services that are asked',
      stopped: 'This is no longer waited for either',
      timers: 'Then happens by itself',
    },
    held: 'The case stands still, or stops on this. Look at the fault first.',
    due: (day: string) => `by ${day}`,
    at: (day: string) => `not before ${day}`,
    impossible: 'It cannot be skipped',
    impossibleText:
      'The journey does not say how it goes on without an answer to it. Try it again, or have the authority answer.',
    reason: 'Why is it to be skipped?',
    confirm: 'I have read what it leads to, and know that it cannot be undone',
    unconfirmed: 'Tick the box once you have read what it leads to.',
    button: 'Skip',
  },
};
