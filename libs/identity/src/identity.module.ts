import { type DynamicModule, Module } from '@nestjs/common';
import { type Clock } from '#runtime';
import { TokenVerifier, type TrustedIssuer } from './token-verifier.js';

/** Offers {@link TokenVerifier} for one trusted issuer. */
@Module({})
export class IdentityModule {
  static trusting(issuer: TrustedIssuer, clock: Clock): DynamicModule {
    return {
      module: IdentityModule,
      providers: [{ provide: TokenVerifier, useValue: new TokenVerifier(issuer, clock) }],
      exports: [TokenVerifier],
    };
  }
}
