const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** UUID guard: Postgres refuses a query with an id that is none. Lower case only, as we write them. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
