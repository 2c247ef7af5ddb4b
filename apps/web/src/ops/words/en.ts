import { severalIn } from '../../words/several-in.js';
import { DISPATCH_ENGLISH } from './dispatch-en.js';
import { type OpsWords } from './ops-words.js';

const several = severalIn('en');

/** The words of the pages of ops in English. */
export const OPS_ENGLISH: OpsWords = {
  title: 'Operations',
  read: (time: string) => `Read at\u00a0${time}.`,
  refreshes: 'The page fetches new figures by itself every half minute, as long as somebody uses it.',
  stale:
    'The figures could not be read again and are as of the time shown above. The page tries again in half a minute.',
  find: {
    title: 'Find a case',
    label: 'Case number',
    hint: 'As the citizen reads it out, for example FLY-7K3M-2Q9X-D4TN. Hyphens and the first three letters may be left out.',
    find: 'Find the case',
    invalid: 'Write a case number with 12 characters after the three letters.',
    none: 'There is no case with that number. Ask for it to be read out again: O and 0, I and 1 are the same.',
  },
  failing: {
    title: 'What fails',
    lead: 'Requests to the same service that fail for the same cause.',
    none: 'Nothing fails.',
    of: (count: number) => several(count, 'request fails', 'requests fail'),
    columns: [
      'Service',
      'Cause',
      'Given up',
      'Waiting for the next attempt',
      'Cases',
      'The oldest',
      'Next attempt',
      'Act',
    ],
    at: (count: number) => `at ${count} authorities`,
    noAttempt: 'None, given up',
    see: 'See and try again',
    more: 'Show more',
    all: 'See all that fails',
  },
  causes: {
    unreachable: 'Does not answer',
    'answer-breaks-contract': 'The answer breaks the contract',
    'no-authority': 'No authority has the task at the place',
    'unknown-service': 'No contract has the service any more',
    failed: 'A fault of ours',
  } as Readonly<Record<string, string>>,
  incident: {
    caseOf: (service: string) => `${service}: try again`,
    again: 'try again',
    paused: 'Paused',
    pausedText: 'Requests to these are not sent until the pause is lifted:',
    facts: {
      said: 'The citizen reads of the service',
      authority: 'Authorities',
      cause: 'Cause',
      message: 'Said of one of them',
      parked: 'Given up',
      waiting: 'Waiting for the next attempt',
      journeys: 'Cases',
      oldest: 'The oldest was sent',
      next: 'Next attempt',
    },
    see: 'See the requests one by one',
    what: 'Try all of them again now',
    how: 'They are sent one after the other, the oldest first, and 1,000 at most with one order. What the authority has got already is not done twice.',
    reason: 'Why are they to be tried again?',
    retry: (count: number) => `Try ${several(count, 'request', 'requests')} again`,
    gone: 'There is nothing to try again',
    goneText: 'No requests to this service fail for this cause any more. Somebody may have come before you.',
    back: 'To what fails',
  },
  authorities: {
    title: 'Authorities',
    lead: 'The authorities that we wait for, or that are paused. Those that fail most come first.',
    calm: (count: number) =>
      `${several(count, 'other authority', 'other authorities')} that we do not wait for`,
    allCalm: 'We wait for no authority right now.',
    states: { paused: 'Paused', failing: 'Failing', late: 'Late', waiting: 'Waiting', calm: 'Calm' },
    paused: (since: string) => `Paused ${since}`,
    overdue: 'Past the authority’s own maximum time',
    failing: 'Failing',
    oldest: 'The oldest was sent',
    kinds: {
      pending: (count: number) => `${count} to be sent`,
      accepted: (count: number) => `${count} received, answer awaited`,
      parked: (count: number) => `${count} given up`,
    } as Readonly<Record<string, (count: number) => string>>,
    see: (name: string) => `See the requests to ${name}`,
  },
  authority: {
    back: 'To operations',
    facts: {
      pending: 'To be sent',
      accepted: 'Received, answer awaited',
      overdue: 'Of these, past the authority’s own maximum time',
      parked: 'Given up',
      failing: 'Failed at least once',
      oldest: 'The oldest was sent',
      id: 'Id',
    },
    none: 'None waits',
    isPaused: 'Paused',
    see: 'See the requests one by one',
    wide: (heldBy: string | undefined): string =>
      heldBy === undefined ? 'This holds for all its tasks.' : 'This holds for all who have the task.',
    resume: {
      lift: 'Lift the pause',
      tryNow: 'Try everything again now',
      nothing: 'Nothing waits to be sent. From now on we send at once.',
      how: (count: number) =>
        `${several(count, 'request that waits is', 'requests that wait are')} sent now: the oldest first, 50 a second and 1,000 at most with one order. What the authority has got already is not done twice.`,
      parked: 'Also try those that were given up because the authority did not answer',
      parkedHint: (count: number) =>
        `${several(count, 'is', 'are')} given up. Those given up for another reason are not tried.`,
      reason: 'Why is the authority to be asked again?',
      button: 'Try again',
    },
    pause: {
      title: 'Pause',
      how: (count: number) =>
        `We ask nothing until the pause is lifted. ${
          count === 0
            ? 'What was to be sent meanwhile waits.'
            : `${several(count, 'request waits', 'requests wait')} meanwhile, and so do new ones.`
        } Answers to what we have asked already are still taken in.`,
      citizens:
        'Citizens who wait read that we are waiting a while before we ask again, and that it is not because of them.',
      reason: 'Why is the authority not to be asked?',
    },
  },
  reopened: {
    tried: 'They are tried again',
    alreadyTried: 'They are being tried again already',
    nothing: 'There was nothing to try again',
    nothingText: 'No requests were waiting.',
    rung: (count: number) => `${several(count, 'request is', 'requests are')} sent again now.`,
    underWay: (count: number) =>
      `${several(count, 'request is', 'requests are')} under way by an earlier order, and not sent once more.`,
    left: (count: number) =>
      `${several(count, 'is', 'are')} left. Give a further order in a moment to try them.`,
  },
  reasonField: {
    hint: 'It stands in the log and can be read by all of operations. Write nothing personal.',
    short: 'Write why, with three characters at least.',
  },
  dispatch: DISPATCH_ENGLISH,
  dispatches: {
    title: 'Requests',
    none: 'No requests fit.',
    columns: ['Service', 'Status', 'Sent', 'Failed attempts', 'Next attempt', 'Fault', 'Act'],
    statuses: {
      pending: 'To be sent',
      accepted: 'Received, answer awaited',
      parked: 'Given up',
      answered: 'Answered',
      refused: 'Refused',
      stopped: 'Stopped',
      late: 'Answered too late',
    } as Readonly<Record<string, string>>,
    filter: 'Show only',
    service: 'Service',
    authority: 'Authority',
    cause: 'Cause',
    status: 'Status',
    all: 'All',
    apply: 'Show',
    overdue: 'Received, past the authority’s own maximum time',
    clear: 'Show all requests',
  },
  cases: {
    title: (reference: string) => `Case ${reference}`,
    lead: 'How the case runs. What the citizen has written, nobody in operations can see. That you have looked at the case stands in the log.',
    facts: {
      definition: 'Journey',
      status: 'Status',
      started: 'Begun',
      moved: 'Last step',
      states: 'Is in these states',
      id: 'Id',
    },
    statuses: {
      offered: 'Offered, not begun',
      lapsed: 'Never begun',
      active: 'Under way',
      held: 'Stands still because of a fault of ours',
      cancelling: 'Being cancelled',
      cancelled: 'Cancelled',
      done: 'Over',
    } as Readonly<Record<string, string>>,
    noStates: 'None',
    journal: 'What has happened',
    kinds: {
      started: 'Begun',
      submitted: 'A task was done',
      answered: 'The authority has answered',
      refused: 'The authority has refused',
      skipped: 'Skipped by operations',
      elapsed: 'A time limit has passed',
      reported: 'An authority has reported something',
      late: 'Something came too late',
      cancelled: 'Cancelled',
      undone: 'Undone',
      'not-undone': 'Could not be undone',
      held: 'Stopped by a fault of ours',
      waiting: 'Something came in and waits',
      resumed: 'Resumed',
      offered: 'Offered',
      declined: 'The offer was declined',
      began: 'Another journey has begun',
      ended: 'Another journey has ended',
      told: 'Its end was told',
      'authority-changed': 'The task has passed to another authority',
    } as Readonly<Record<string, string>>,
    back: 'Find another case',
    held: {
      title: 'Cases that stand still',
      lead: 'We have made a mistake in them, and they do not go on by themselves. The newest is first.',
      none: 'No cases stand still.',
      count: (count: number, since: string) =>
        count === 1
          ? `1 case stands still. It made its last step ${since}.`
          : `${several(count, 'case', 'cases')} stand still. The one that has stood longest made its last step ${since}.`,
      see: (count: number) => (count === 1 ? 'See it' : 'See them'),
      columns: ['Case', 'Journey', 'Version', 'Last step'],
      resume: 'Let the case go on',
      how: 'The case tries its next step again, with what has come in meanwhile. If the fault is not mended it stays where it is, and nothing is lost. The log says that you did it.',
      resumed: 'The case goes on',
      still: 'The case still stands still. The fault is not mended.',
    },
  },
  links: {
    title: 'Elsewhere',
    queues: 'The queues in Bull Board',
    documentation: 'Documentation of the API',
  },
};
