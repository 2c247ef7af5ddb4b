import { type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';
import { ServiceCatalogue } from '#journey';
import { CalendarClock, PersonVault, WallClock } from '#runtime';
import { AuthorityClient } from './authority-client.js';
import { AuthorityInbox } from './authority-inbox.js';
import { AuthorityRights } from './authority-rights.js';
import { authorityIds } from './authority-ids.js';
import { Catalogue } from './catalogue.js';
import { deriveBearerToken } from './signature.js';

export interface AuthoritiesModuleOptions {
  readonly catalogue: Catalogue;
  /** Where authorities answer that have no address of their own: each below it, under its id. */
  readonly url: string;
  /** Addresses of their own, by id of the authority. */
  readonly addresses?: Readonly<Record<string, string>> | undefined;
  /** The secret shared with each role of the catalogue, and with each authority that has one of its own, by id. */
  readonly secrets: Readonly<Record<string, string>>;
}

/** The catalogue of authorities, the client that calls them and the inbox of what they send. Global. */
@Module({})
export class AuthoritiesModule implements OnApplicationShutdown {
  constructor(private readonly client: AuthorityClient) {}

  /** @throws Error that names the authorities whose secret is missing */
  static forRoot({ catalogue, url, addresses = {}, secrets }: AuthoritiesModuleOptions): DynamicModule {
    requireSecrets(catalogue, secrets);
    requireKnown(catalogue, 'AUTHORITY_SECRETS', secrets);
    requireKnown(catalogue, 'AUTHORITY_ADDRESSES', addresses);
    const base = (authority: string): string =>
      (addresses[authority] ?? `${url}/${authority}`).replace(/\/+$/, '');
    const providers = [
      { provide: Catalogue, useValue: catalogue },
      { provide: ServiceCatalogue, useValue: catalogue },
      {
        provide: AuthorityClient,
        inject: [PersonVault, WallClock],
        useFactory: (persons: PersonVault, clock: WallClock) =>
          new AuthorityClient({
            catalogue,
            persons,
            clock,
            address: (authority, role) => (authority === role ? base(role) : `${base(authority)}/${role}`),
            credentials: (authority, role) => deriveBearerToken((secrets[authority] ?? secrets[role])!),
          }),
      },
      {
        provide: AuthorityRights,
        inject: [CalendarClock],
        useFactory: (clock: CalendarClock) => new AuthorityRights(catalogue, clock, secrets),
      },
      {
        provide: AuthorityInbox,
        inject: [PersonVault, AuthorityRights],
        useFactory: (persons: PersonVault, rights: AuthorityRights) =>
          new AuthorityInbox(catalogue, persons, rights),
      },
    ];
    return { module: AuthoritiesModule, global: true, providers, exports: providers };
  }

  /** After the workers have finished or given up their calls (`beforeApplicationShutdown`), so that none is cut off. */
  async onApplicationShutdown(): Promise<void> {
    await this.client.close();
  }
}

/** Without its secret an authority could neither be called nor believed. */
function requireSecrets(catalogue: Catalogue, secrets: Readonly<Record<string, string>>): void {
  const missing = authorityIds(catalogue).filter(id => !Object.hasOwn(secrets, id));
  if (missing.length === 0) return;
  throw new Error(`AUTHORITY_SECRETS lacks ${missing.join(', ')}. Add a secret for each.`);
}

/** A slip in an id would send what is meant for one authority to the common address. */
function requireKnown(catalogue: Catalogue, variable: string, given: Readonly<Record<string, string>>): void {
  const unknown = Object.keys(given).filter(id => !catalogue.authority(id) && !catalogue.directory.has(id));
  if (unknown.length === 0) return;
  throw new Error(
    `${variable} names ${unknown.join(', ')}, and there is no such role or authority. Name a role of the catalogue, a municipality by its code or a region by its id.`,
  );
}
