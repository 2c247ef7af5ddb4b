import { nameAlone, schemaType, type ServiceContract, type ValueType } from '#journey';
import { servicesOf } from '../../catalogue/services-of.js';
import { type Spot } from '../spot.js';
import { type Term } from '../term.js';
import { aboutService } from './about-service.js';
import { fieldTerms } from './field-terms.js';

/** Every service of the catalogue, those that undo others last. */
export function serviceTerms(spot: Spot): Term[] {
  const { catalogue } = spot.journey;
  const undoing = new Set(catalogue.services().flatMap(({ compensation }) => compensation ?? []));
  return servicesOf(catalogue).flatMap(({ authority, services }) =>
    services.map((service): Term => ({
      name: service.id,
      kind: 'service',
      detail: `${service.name.en}. ${nameAlone(authority.name.en)}`,
      about: () => aboutService(service, authority),
      declared: () => ({ service: service.id }),
      seldom: undoing.has(service.id),
    })),
  );
}

/** What the contract of the service beside asks for, at the depth of the cursor. */
export function inputTerms(spot: Spot): Term[] {
  const contract = contractNear(spot);
  if (!contract) return [];
  const { path } = spot.place;
  const inside = path.slice(path.lastIndexOf('input') + 1);
  const type = inside.reduce<ValueType | undefined>(
    (at, step) => (at?.kind === 'object' ? at.fields[step]?.type : at?.kind === 'list' ? at.of : undefined),
    schemaType(contract.input),
  );
  const categories = inside.length === 0 ? contract.categories : {};
  return fieldTerms(type, categories, { service: contract.id });
}

/** The codes with which the service beside may refuse; without one, those of every service of the journey. */
export function refusalTerms(spot: Spot): Term[] {
  const near = contractNear(spot);
  const services = near
    ? [near]
    : (spot.context?.states ?? []).flatMap(({ invokes }) =>
        invokes.flatMap(({ src }) => spot.journey.catalogue.service(src) ?? []),
      );
  const codes = services.flatMap(({ id, refusals }) =>
    Object.entries(refusals).map(([name, words]): Term => ({
      name,
      kind: 'code',
      detail: words.en,
      about: () => `${id} refuses: ${words.en}\n\n${words.da}`,
      declared: () => ({ service: id }),
    })),
  );
  return [...new Map(codes.map(term => [term.name, term])).values()];
}

export function contractNear(spot: Spot): ServiceContract | undefined {
  const src = spot.near('src');
  return typeof src === 'string' ? spot.journey.catalogue.service(src) : undefined;
}

/** The authorities of the catalogue. */
export function authorityTerms({ journey: { catalogue } }: Spot): Term[] {
  const ids = new Set(catalogue.services().map(({ authority }) => authority));
  return [...ids].sort().map(name => ({
    name,
    kind: 'word',
    detail: nameAlone(catalogue.authority(name)?.name.en ?? 'authority'),
  }));
}
