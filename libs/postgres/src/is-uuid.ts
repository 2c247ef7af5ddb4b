const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether the text can be an id of ours at all: Postgres would refuse a query with one that cannot. Lower case only, as we write them. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
