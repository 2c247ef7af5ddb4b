import { type DynamicModule, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { SessionNews, SessionStore, SigningKeyStore, WallClock } from '#runtime';
import { AccessTokens, OWN_ISSUER } from './access-tokens.js';
import { EndedSessions } from './ended-sessions.js';
import { IdTokenVerifier, type SignInIssuer } from './id-token-verifier.js';
import { KeyRing } from './key-ring.js';
import { TokenVerifier } from './token-verifier.js';

export interface IdentityModuleOptions {
  /** Who signs people in. */
  readonly signIn: SignInIssuer;
  /** `aud` of our access tokens. Default `overgang`. */
  readonly audience?: string | undefined;
  /** Seconds for which an access token is believed, whatever its `exp`. */
  readonly maxTokenAge?: number | undefined;
}

const AUDIENCE = 'overgang';

/** Signs and believes our own access tokens, and believes the ID tokens of one issuer, for them to be exchanged. */
@Module({})
export class IdentityModule implements OnApplicationBootstrap {
  constructor(private readonly ended: EndedSessions) {}

  static forRoot({ signIn, audience = AUDIENCE, maxTokenAge }: IdentityModuleOptions): DynamicModule {
    const { assurance } = signIn;
    const providers = [
      {
        provide: KeyRing,
        inject: [SigningKeyStore, WallClock],
        useFactory: (store: SigningKeyStore, clock: WallClock) => new KeyRing(store, clock),
      },
      {
        provide: AccessTokens,
        inject: [KeyRing, WallClock],
        useFactory: (ring: KeyRing, clock: WallClock) => new AccessTokens(audience, ring, clock),
      },
      {
        provide: EndedSessions,
        inject: [SessionStore, SessionNews, WallClock],
        useFactory: (sessions: SessionStore, news: SessionNews, clock: WallClock) =>
          new EndedSessions(sessions, news, clock),
      },
      {
        provide: TokenVerifier,
        inject: [KeyRing, EndedSessions, WallClock],
        useFactory: (keys: KeyRing, ended: EndedSessions, clock: WallClock) =>
          new TokenVerifier(
            { issuer: OWN_ISSUER, audience, keys, maxAge: maxTokenAge, assurance, ended },
            clock,
          ),
      },
      {
        provide: IdTokenVerifier,
        inject: [WallClock],
        useFactory: (clock: WallClock) => new IdTokenVerifier(signIn, clock),
      },
    ];
    return { module: IdentityModule, providers, exports: providers };
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.ended.listen();
  }
}
