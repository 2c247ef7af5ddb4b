import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { Clock } from '#runtime';
import { TokenVerifier } from './token-verifier.js';
import type { TrustedIssuer } from './token-verifier.js';

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
