import {
  type AuthorityDescription,
  type RegisterEventContract,
  type ServiceCatalogue,
  type ServiceContract,
} from './catalogue.js';
import { type Diagnostic } from './diagnostic.js';

/** Structured-clone form of a {@link ServiceCatalogue}, for another thread; without the journeys and the directory that it may know: no check asks who takes a role where. */
export interface CatalogueData {
  readonly broken?: ReadonlyMap<string, readonly Diagnostic[]>;
  readonly authorities: readonly AuthorityDescription[];
  readonly services: readonly ServiceContract[];
  readonly registerEvents: readonly RegisterEventContract[];
}

export function catalogueData(catalogue: ServiceCatalogue): CatalogueData {
  return {
    ...(catalogue.broken && { broken: catalogue.broken }),
    authorities: catalogue.authorities(),
    services: catalogue.services(),
    registerEvents: catalogue.registerEvents(),
  };
}

/** The catalogue again, from what {@link catalogueData} gave. */
export function catalogueOf({
  broken,
  authorities,
  services,
  registerEvents,
}: CatalogueData): ServiceCatalogue {
  const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
    new Map(items.map(item => [item.id, item]));
  const [authorityOf, serviceOf, eventOf] = [byId(authorities), byId(services), byId(registerEvents)];
  return {
    ...(broken && { broken }),
    authority: id => authorityOf.get(id),
    service: id => serviceOf.get(id),
    registerEvent: id => eventOf.get(id),
    authorities: () => authorities,
    services: () => services,
    registerEvents: () => registerEvents,
  };
}
