import { NSIS } from './nsis.js';

/** Parameter of the authorization request by which a service asks a broker for one way to sign in, as brokers of MitID name it. */
export const WAY_PARAMETER = 'idp_values';
/** Its value for an eID of another EU country. */
export const EIDAS_WAY = 'eidas';

/**
 * *eIDAS levels of assurance* (Commission Implementing Regulation (EU) 2015/1502) as the national gateway hands them on: each is the level
 * of NSIS of the same name, for NSIS was made to match them.
 */
export const NSIS_OF_EIDAS: Readonly<Record<string, string>> = {
  'http://eidas.europa.eu/LoA/low': NSIS.low,
  'http://eidas.europa.eu/LoA/substantial': NSIS.substantial,
  'http://eidas.europa.eu/LoA/high': NSIS.high,
};
