import { amount, namesAll, type RefusalRules, text } from './refusal-rule.js';

/** Dødsboskifteloven § 18: what an estate may be worth to be handed over as a small one, in kroner. */
const SMALL_ESTATE = 55_000;

/** Rules of the probate court. */
export const ESTATE_RULES: RefusalRules = {
  'skifteretten.chooseSettlement': ({ input }) => {
    const form = text(input, 'form');
    const net = amount(input, 'assets') - amount(input, 'debts');
    if (form === 'executor') return undefined;
    if (!namesAll(input, 'consents', [text(input, 'person')])) return 'heirsDisagree';
    if (form === 'smallEstate') return net > SMALL_ESTATE ? 'assetsTooLarge' : undefined;
    return net < 0 ? 'insolvent' : undefined;
  },
  'skifteretten.submitFinalAccount': ({ input }) =>
    namesAll(input, 'signedBy', [text(input, 'person')]) ? undefined : 'notSigned',
};
