import { type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';
import { ServiceCatalogue } from '#journey';
import { WallClock, PersonVault } from '#runtime';
import { AuthorityClient } from './authority-client.js';
import { AuthorityInbox } from './authority-inbox.js';
import { authorityIds } from './authority-ids.js';
import { Catalogue } from './catalogue.js';
import { deriveBearerToken } from './signature.js';

export interface AuthoritiesModuleOptions {
  readonly catalogue: Catalogue;
  /** Where authorities answer: each below it, under its id. */
  readonly url: string;
  /** The secret shared with each authority of the catalogue, by its id. */
  readonly secrets: Readonly<Record<string, string>>;
}

/** The catalogue of authorities, the client that calls them and the inbox of what they send. Global. */
@Module({})
export class AuthoritiesModule implements OnApplicationShutdown {
  constructor(private readonly client: AuthorityClient) {}

  /** @throws Error that names the authorities whose secret is missing */
  static forRoot({ catalogue, url, secrets }: AuthoritiesModuleOptions): DynamicModule {
    requireSecrets(catalogue, secrets);
    const root = url.replace(/\/+$/, '');
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
            address: authority => `${root}/${authority}`,
            credentials: authority => deriveBearerToken(secrets[authority]!),
          }),
      },
      {
        provide: AuthorityInbox,
        inject: [PersonVault],
        useFactory: (persons: PersonVault) => new AuthorityInbox(catalogue, persons),
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
