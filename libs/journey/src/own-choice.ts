/** As designers write it, in either language; what follows says more of the choice. */
const OWN_CHOICE = /^(?:eget valg|own choice)\b/i;

/** Whether a `source` says that no law sets a value, and that it is a choice of ours. */
export function isOwnChoice(source: string): boolean {
  return OWN_CHOICE.test(source);
}
