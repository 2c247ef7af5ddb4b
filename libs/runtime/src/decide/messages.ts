import {
  addressLine,
  type CompiledJourney,
  type Language,
  LANGUAGES,
  type OpenTask,
  type Reader,
  type ServiceCatalogue,
  type WordedMessage,
} from '#journey';
import { type Instant } from '#statechart';
import { type RunState } from '../journey-record.js';
import { DELIVERY, deliveryInput } from '../mailbox/delivery-input.js';
import { OFFERED, type OutgoingMessage } from '../mailbox/message.js';
import { messageNumber } from '../mailbox/message-number.js';
import { type NewDispatch } from '../ports.js';
import { type DecisionEffect, type Occasion } from './decision.js';
import { disclosureOf } from './disclosure.js';

type MessageEffect = Extract<DecisionEffect, { readonly type: 'message' | 'reminder' | 'offer' | 'tell' }>;

/** Words the messages of a step, for each person in every language, while it is known how the journey stands. */
export function messagesOf(
  effects: readonly MessageEffect[],
  state: RunState,
  compiled: CompiledJourney,
  { at, link }: Pick<Occasion, 'at' | 'link'>,
): readonly OutgoingMessage[] {
  if (effects.length === 0) return [];
  const { chart, compensating } = state;
  const quiet = compiled.isQuiet(chart);
  const open = compensating ? [] : compiled.openTasks(chart, at);
  return effects.flatMap(effect =>
    effect.persons.map(person => {
      const reader = { person, state: chart };
      const asked = asksOf(effect, person, open, at);
      const asks = asked && {
        task: asked.task,
        title: inEvery(language => compiled.words.task(asked, language, reader).title),
        ...(asked.due !== undefined && { due: asked.due }),
      };
      const words = inEvery(language => wordsOf(effect, compiled, language, reader));
      const label = inEvery(language => compiled.words.label(language, reader));
      const letter = effect.type === 'offer' ? undefined : effect.letters?.[person];
      return {
        person,
        ...headOf(effect),
        ...(quiet && !(effect.type === 'message' && effect.must) && { quiet }),
        content: {
          words,
          ...(isIn(label) && { label }),
          ...(asks && { asks }),
          ...(link !== undefined && { link }),
          ...(letter && { letter: { name: letter.name, address: addressLine(letter.address) } }),
        },
      };
    }),
  );
}

function wordsOf(
  effect: MessageEffect,
  { words }: CompiledJourney,
  language: Language,
  reader: Reader,
): WordedMessage {
  switch (effect.type) {
    case 'message':
      return words.message(effect, language, reader);
    case 'reminder':
      return words.reminder(effect, language, reader);
    case 'offer':
      return words.offer(effect.offer, effect.until, language);
    case 'tell':
      return effect.words[language];
  }
}

function headOf(effect: MessageEffect): Pick<OutgoingMessage, 'role' | 'text'> {
  switch (effect.type) {
    case 'message':
      return { role: effect.to, text: effect.text };
    case 'reminder':
      return { role: effect.role, text: 'reminder' };
    case 'tell':
      return { role: effect.role, text: effect.text };
    case 'offer':
      return { role: 'applicant', text: OFFERED };
  }
}

/**
 * The task that a reminder is about, or that a message comes with: the one that opens for the person by the same step. Where several do,
 * it comes with none of them: a letter of condolence asks nothing.
 */
function asksOf(
  effect: MessageEffect,
  person: string,
  open: readonly OpenTask[],
  at: Instant,
): OpenTask | undefined {
  if (effect.type === 'tell') return undefined;
  if (effect.type === 'reminder') return open.find(({ task }) => task === effect.task);
  const opened = open.filter(
    ({ since, kind, persons }) => since === at && kind !== 'standing' && persons.includes(person),
  );
  return opened.length === 1 ? opened[0] : undefined;
}

function inEvery<T>(worded: (language: Language) => T): Readonly<Record<Language, T>> {
  return Object.fromEntries(LANGUAGES.map(language => [language, worded(language)])) as Record<Language, T>;
}

function isIn<T>(words: Readonly<Record<Language, T | undefined>>): words is Readonly<Record<Language, T>> {
  return LANGUAGES.every(language => words[language] !== undefined);
}

/** The delivery of each message, committed with it. Where no Digital Post is in the catalogue, messages stand in the mailbox alone. */
export function deliveriesOf(
  messages: readonly OutgoingMessage[],
  entry: number,
  { catalogue }: { readonly catalogue: Pick<ServiceCatalogue, 'service'> },
  ringAt: Instant,
): readonly NewDispatch[] {
  const contract = messages.length === 0 ? undefined : catalogue.service(DELIVERY);
  if (!contract) return [];
  return messages.flatMap((message, item): NewDispatch[] => {
    if (message.quiet) return [];
    const disclosure = disclosureOf(contract, deliveryInput(message, 'da'));
    return [
      {
        seq: -messageNumber(entry, item),
        service: DELIVERY,
        authority: contract.authority,
        input: null,
        ringAt,
        ...(disclosure && { disclosure }),
      },
    ];
  });
}
