import { addPeriod, type IsoDate } from '#calendar';
import { type RefusalRules, text } from './refusal-rule.js';

/** Kørekortbekendtgørelsen: how old the statement of the doctor may be at application. */
const STATEMENT_HOLDS = 'P3M';

/** Rules of those who see to driving licences and cars. */
export const LICENCE_RULES: RefusalRules = {
  'licenceOffice.applyLicence': ({ input, today }) => {
    const attestedOn = text(input, 'attestedOn') as IsoDate | undefined;
    return attestedOn !== undefined && today > addPeriod(attestedOn, STATEMENT_HOLDS)
      ? 'attestTooOld'
      : undefined;
  },
  /** Insurance comes before registration. */
  'motorregistret.registerSale': ({ input }) =>
    (text(input, 'insurer') ?? '').trim() === '' ? 'notInsured' : undefined,
};
