import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { AuthorityClient } from './authority-client.js';
import type { AuthorityClientOptions } from './authority-client.js';
import { AuthorityInbox } from './authority-inbox.js';
import { Catalogue } from './catalogue.js';

/** Offers {@link Catalogue}, {@link AuthorityClient} and {@link AuthorityInbox}. */
@Module({})
export class AuthoritiesModule {
  static calling(options: AuthorityClientOptions): DynamicModule {
    const { catalogue, persons } = options;
    return {
      module: AuthoritiesModule,
      providers: [
        { provide: Catalogue, useValue: catalogue },
        { provide: AuthorityClient, useValue: new AuthorityClient(options) },
        { provide: AuthorityInbox, useValue: new AuthorityInbox(catalogue, persons) },
      ],
      exports: [Catalogue, AuthorityClient, AuthorityInbox],
    };
  }
}
