import { type ServiceCatalogue } from '#journey';

/** The register that holds a category of data for the whole country, by what it says that it holds: whoever else has them has them from there. */
export function holderOfData(
  category: string,
  catalogue: Pick<ServiceCatalogue, 'authorities' | 'service'>,
): string | undefined {
  return catalogue.authorities().find(({ holds = {} }) => {
    const held = Object.hasOwn(holds, category) ? holds[category] : undefined;
    const { heldBy = 'country' } = (held && catalogue.service(held.service)) ?? {};
    return held !== undefined && heldBy === 'country';
  })?.id;
}
