import {
  type AuthorityDescription,
  type RegisterEventContract,
  type ServiceCatalogue,
  type ServiceContract,
} from '../src/catalogue.js';

/** A catalogue of just these contracts; their authorities are made up from their ids. */
export function memoryCatalogue(
  services: readonly ServiceContract[],
  registerEvents: readonly RegisterEventContract[] = [],
): ServiceCatalogue {
  const authorities = new Map<string, AuthorityDescription>();
  for (const { authority: id, tier } of [...services, ...registerEvents]) {
    authorities.set(id, { id, tier, name: { da: id, en: id } });
  }
  return {
    service: id => services.find(contract => contract.id === id),
    registerEvent: id => registerEvents.find(contract => contract.id === id),
    authority: id => authorities.get(id),
    services: () => services,
    registerEvents: () => registerEvents,
    authorities: () => [...authorities.values()],
  };
}
