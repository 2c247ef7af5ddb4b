import { EIDAS_WAY } from '#identity';

/** Where one signs in; `?til=` says where to go afterwards. */
export const SIGN_IN_PATH = '/log-paa';
/** Where the issuer leads back to. */
export const CALLBACK_PATH = '/log-paa/mitid';
/** Where one goes on whose session was over. */
export const GO_ON_PATH = '/log-paa/fortsaet';
/** Whoever asks is still there; `?til=` as above. */
export const STAY_PATH = '/log-paa/bliv';
export const SIGN_OUT_PATH = '/log-af';
/** Where the issuer leads to after a sign-out. */
export const SIGNED_OUT_PATH = '/logget-af';
/** Where one is signed in. */
export const PLACES_PATH = '/indstillinger/logget-paa';
/** Where somebody signs in with an eID of another EU country, by where they sign in. */
export const eidasAddress = (signInAddress: string): string =>
  `${signInAddress}${signInAddress.includes('?') ? '&' : '?'}eid=${EIDAS_WAY}`;
