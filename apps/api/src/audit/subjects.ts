/** Ids of ours: of a journey, and of one of its dispatches. */
const ID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(-m?\\d{1,10})?';
/** Names of authorities, services, tasks, causes and definitions, and content hashes. */
const NAME = '[a-z][a-zA-Z-]{0,63}(\\.[a-zA-Z]{1,64}){0,8}|[0-9a-f]{64}';

/** What an entry of the audit log may be about: what else is sent in its place may be personal, and is not kept. */
export const SUBJECT = new RegExp(`^(${ID}|${NAME})$`);

/** Of these, what is nobody's: an id leads to a case, and so to its people. */
export const NOBODYS = new RegExp(`^(${NAME})$`);
