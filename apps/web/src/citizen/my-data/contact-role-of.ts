import { type DisclosureDocument } from '../../rest/documents.js';

/** Contacts go by role: which authority takes it where one lives is told by the number one calls. */
export function contactRoleOf({ service, authority }: DisclosureDocument): string | undefined {
  return service?.split('.')[0] ?? authority;
}
