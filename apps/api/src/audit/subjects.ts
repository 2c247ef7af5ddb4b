/** Names of authorities, of which a municipality's is its code, services, tasks, causes and definitions, and content hashes. */
const NAME = '[a-z][a-zA-Z-]{0,63}(\\.[a-zA-Z]{1,64}){0,8}|\\d{4}|[0-9a-f]{64}';

/** What leads to nobody: an id leads to a case, and so to its people. */
export const NOBODYS = new RegExp(`^(${NAME})$`);

/** Ids as we write them: of a case, of one of its dispatches, of a person, or of whatever else. */
export const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(-m?\d{1,10})?$/;
