import { addressLine, type CompiledJourney, type Language, LANGUAGES, type WordedMessage } from '#journey';
import { type Instant } from '#statechart';
import { type RunState } from '../journey-record.js';
import { DELIVERY, deliveryInput } from '../mailbox/delivery-input.js';
import { type MessageAsks, type OutgoingMessage } from '../mailbox/message.js';
import { messageNumber } from '../mailbox/message-number.js';
import { type NewDispatch } from '../ports.js';
import { type DecisionEffect } from './decision.js';
import { disclosureOf } from './disclosure.js';

type MessageEffect = Extract<DecisionEffect, { readonly type: 'message' | 'reminder' }>;

/** Words the messages of a step, for each person in every language, while it is known how the journey stands. */
export function messagesOf(
  effects: readonly MessageEffect[],
  state: RunState,
  compiled: CompiledJourney,
  at: Instant,
): readonly OutgoingMessage[] {
  if (effects.length === 0) return [];
  const { chart, compensating } = state;
  const quiet = compiled.isQuiet(chart);
  const opened = compensating ? [] : compiled.openTasks(chart, at).filter(({ since }) => since === at);
  const asks = (effect: MessageEffect, person: string): MessageAsks | undefined => {
    if (effect.type === 'reminder') return { task: effect.task, due: effect.due };
    const theirs = opened.find(({ kind, persons }) => kind !== 'standing' && persons.includes(person));
    return theirs && { task: theirs.task, ...(theirs.due !== undefined && { due: theirs.due }) };
  };
  return effects.flatMap(effect =>
    effect.persons.map(person => {
      const asked = asks(effect, person);
      const worded = (language: Language): WordedMessage =>
        effect.type === 'message'
          ? compiled.words.message(effect, language, { person, state: chart })
          : compiled.words.reminder(effect, language, { person, state: chart });
      const words = Object.fromEntries(LANGUAGES.map(language => [language, worded(language)]));
      const letter = effect.letters?.[person];
      return {
        person,
        role: effect.type === 'message' ? effect.to : effect.role,
        text: effect.type === 'message' ? effect.text : 'reminder',
        ...(quiet && !(effect.type === 'message' && effect.must) && { quiet }),
        content: {
          words: words as Record<Language, WordedMessage>,
          ...(asked && { asks: asked }),
          ...(letter && { letter: { name: letter.name, address: addressLine(letter.address) } }),
        },
      };
    }),
  );
}

/** The delivery of each message, committed with it. Where no Digital Post is in the catalogue, messages stand in the mailbox alone. */
export function deliveriesOf(
  messages: readonly OutgoingMessage[],
  entry: number,
  compiled: CompiledJourney,
  ringAt: Instant,
): readonly NewDispatch[] {
  const contract = messages.length === 0 ? undefined : compiled.catalogue.service(DELIVERY);
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
