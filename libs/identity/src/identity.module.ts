import { type DynamicModule, Module } from '@nestjs/common';
import { WallClock } from '#runtime';
import { TokenVerifier, type TrustedIssuer } from './token-verifier.js';

/** Offers {@link TokenVerifier} for one trusted issuer. */
@Module({})
export class IdentityModule {
  static forRoot(issuer: TrustedIssuer): DynamicModule {
    const verifier = {
      provide: TokenVerifier,
      inject: [WallClock],
      useFactory: (clock: WallClock) => new TokenVerifier(issuer, clock),
    };
    return { module: IdentityModule, providers: [verifier], exports: [verifier] };
  }
}
