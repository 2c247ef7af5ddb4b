const SENDS: ReadonlySet<string> = new Set(['Send', 'Gem', 'Fortsæt', 'Save', 'Continue']);

/** Whether what stands on a button says only that it sends: then what was filled in is the answer, and not the button. */
export function onlySends(label: string): boolean {
  return SENDS.has(label);
}
