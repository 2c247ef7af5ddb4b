import { iso } from '#calendar';
import { type Language } from '#journey';
import { type ExampleStep, type Happening } from '#workshop';
import { happeningWords } from '../happening-words.js';
import { type ReaderWords } from '../reader-words.js';
import { type ExampleLineDocument } from './example-document.js';

type Line = Omit<ExampleLineDocument, 'at'>;

const ASKED: Readonly<Record<Language, (what: string) => string>> = {
  da: what => `Vi har bedt om dette: ”${what}”.`,
  en: what => `We have asked for this: “${what}”.`,
};

/**
 * What comes of a step, as the applicant may know it: what they themselves did is not told to them, and of what is asked and answered at
 * once, the answer.
 *
 * @param wordsOf words as the journey stood then
 */
export function exampleLines(
  steps: readonly ExampleStep[],
  wordsOf: (state: ExampleStep['state']) => ReaderWords,
): readonly ExampleLineDocument[] {
  const answered = new Set(
    steps.flatMap(({ happenings }) =>
      happenings.flatMap(item => (item.kind === 'answered' || item.kind === 'refused' ? [item.seq] : [])),
    ),
  );
  const lines = steps.flatMap(({ happenings, state }) =>
    happenings.flatMap((happening): readonly ExampleLineDocument[] => {
      if (happening.kind === 'dispatched' && answered.has(happening.seq)) return [];
      const line = lineOf(happening, wordsOf('state' in happening ? happening.state : state));
      return line ? [{ at: iso(happening.at), ...line }] : [];
    }),
  );
  // The same may be asked for each of several people.
  return [...new Map(lines.map(line => [JSON.stringify(line), line])).values()];
}

function lineOf(happening: Happening, words: ReaderWords): Line | undefined {
  const { compiled, reader } = words;
  const roles = compiled.rolesOf(reader.state, reader.person);
  const isSeen = (path: string): boolean => compiled.isVisible(path, roles);
  switch (happening.kind) {
    case 'submitted': {
      const { person, task, event } = happening;
      if (person === reader.person || !isSeen(task)) return undefined;
      return told(
        'participant',
        { kind: 'submitted', by: 'participant', subject: `${task} ${event}` },
        words,
      );
    }
    case 'dispatched': {
      const { service, step } = happening;
      const contract = compiled.catalogue.service(service);
      if (!contract || !isSeen(step)) return undefined;
      const text = ASKED[words.language](words.doing(service));
      return { kind: 'authority', text };
    }
    case 'answered':
    case 'refused': {
      const { kind, service: subject } = happening;
      const code = kind === 'refused' ? { refusal: happening.code } : {};
      return told('authority', { kind, by: 'authority', subject, ...code }, words);
    }
    case 'reported':
      return told('authority', { kind: 'reported', by: 'authority', subject: happening.event }, words);
    case 'elapsed': {
      const { step: state } = happening;
      return isSeen(state) ? told('time', { kind: 'elapsed', by: 'time', state }, words) : undefined;
    }
    case 'message': {
      const { effect } = happening;
      if (!effect.persons.includes(reader.person)) return undefined;
      const { subject, body } =
        effect.type === 'message'
          ? compiled.words.message(effect, words.language, reader)
          : compiled.words.reminder(effect, words.language, reader);
      return { kind: 'message', text: subject, body };
    }
    case 'ended': {
      const outcome = isSeen(happening.step) ? words.outcome(happening.step) : undefined;
      return outcome && { kind: 'outcome', text: outcome.text };
    }
    case 'started':
      return told('journey', { kind: 'began', subject: happening.journey }, words);
    default:
      return undefined;
  }
}

function told(kind: Line['kind'], happened: Parameters<typeof happeningWords>[0], words: ReaderWords): Line {
  return { kind, text: happeningWords(happened, words) };
}
