/** The name of a condition or delay that belongs to a part or a state, as it is written there: `aftermath.spouse.wantsName` → `wantsName`. */
export function ownName(name: string): string {
  return (
    name
      .replace(/\.\d+$/, '')
      .split('.')
      .at(-1) ?? name
  );
}

/** A key as a heading, where a journey has no text for it: `withPartner` → `With partner`. */
export function heading(name: string): string {
  const words = name.replace(/([a-z0-9])([A-Z])/g, (_, before: string, after: string) => {
    return `${before} ${after.toLowerCase()}`;
  });
  return words.charAt(0).toUpperCase() + words.slice(1);
}
