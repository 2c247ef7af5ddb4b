import { dateAt } from '#calendar';
import { type ServiceCatalogue } from '#journey';
import { type Instant } from '#statechart';

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

/** Who has now what an authority had when it was asked a service: itself, or whoever has come after it. */
export function heirOfHolder(
  service: string,
  authority: string,
  catalogue: Pick<ServiceCatalogue, 'service' | 'directory'>,
  at: Instant,
): string {
  const contract = catalogue.service(service);
  return (contract && catalogue.directory?.heirOf(contract, authority, dateAt(at)).authority) ?? authority;
}
