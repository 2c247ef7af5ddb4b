/** Names under which Nest hands out what has no class of its own. */
export const AUDIT_LOG = Symbol('audit log');
export const CATALOGUE = Symbol('catalogue');
export const CLOCK = Symbol('clock');
export const DEFINITION_STORE = Symbol('definition store');
export const DISPATCH_STORE = Symbol('dispatch store');
export const JOURNEY_STORE = Symbol('journey store');
export const LOGGER = Symbol('logger');
export const OPS_STORE = Symbol('ops store');
export const PAUSE_STORE = Symbol('pause store');
export const PERSON_VAULT = Symbol('person vault');
export const SESSION_STORE = Symbol('session store');
