import { type AnswerRules, type RefusalRules, text } from './refusal-rule.js';

/** Rules of Digital Post: who has a mailbox, and who gets letters. */
export const POST_RULES: RefusalRules = {
  'digitalPost.deliver': ({ input, standing }) => {
    const recipient = text(input, 'recipient');
    if (recipient === undefined) return input['letter'] === undefined ? 'unknownRecipient' : undefined;
    const closed = standing('closeMailbox').some(closure => text(closure, 'person') === recipient);
    return closed ? 'mailboxClosed' : undefined;
  },
};

/** Whoever is exempt, as `readMailbox` says, and whoever is known by an address alone, gets a letter. */
export const POST_ANSWERS: AnswerRules = {
  'digitalPost.deliver': ({ input, known }) => {
    const letter = input['letter'] !== undefined || known('readMailbox')['exempt'] === true;
    return letter ? { channel: 'letter' } : {};
  },
};
