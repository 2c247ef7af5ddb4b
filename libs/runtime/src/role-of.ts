/** The role of a service: the contract that describes it, and the queue in which it is asked for. */
export function roleOf(service: string): string {
  return service.slice(0, service.indexOf('.'));
}

/** Bulkhead: an authority in one of its roles, which is reached or not by itself, whatever else the authority does. */
export function officeOf({
  service,
  authority,
}: {
  readonly service: string;
  readonly authority: string;
}): string {
  const role = roleOf(service);
  return role === authority ? role : `${role} of ${authority}`;
}
