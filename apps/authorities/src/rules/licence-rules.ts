import { hasPassed, type RefusalRules, text } from './refusal-rule.js';

/** Kørekortbekendtgørelsen: how old the statement of the doctor may be at application. */
const STATEMENT_HOLDS = 'P3M';

/** Rules of those who see to driving licences and cars. */
export const LICENCE_RULES: RefusalRules = {
  'licenceOffice.applyLicence': ({ input, today }) =>
    hasPassed(text(input, 'attestedOn'), STATEMENT_HOLDS, today) ? 'attestTooOld' : undefined,
  /** Insurance comes before registration. */
  'motorregistret.registerSale': ({ input }) =>
    (text(input, 'insurer') ?? '').trim() === '' ? 'notInsured' : undefined,
};
