import { Inject, Injectable } from '@nestjs/common';
import * as client from 'openid-client';
import { EIDAS_WAY, NSIS, WAY_PARAMETER } from '#identity';
import { type Language } from '#journey';
import { SESSION_OPTIONS, type SessionOptions } from './session-options.js';
import { CALLBACK_PATH, SIGNED_OUT_PATH } from './session-paths.js';
import { type SignInUnderWay } from './sign-in-cookie.js';

/** Who has signed in, as the issuer says. */
export interface IssuedSignIn {
  readonly idToken: string;
  readonly name: string;
}

/** *Relying party* of OpenID Connect (openid-client): authorization code with PKCE, state and nonce. */
@Injectable()
export class OpenId {
  #configuration: Promise<client.Configuration> | undefined;

  constructor(@Inject(SESSION_OPTIONS) private readonly options: SessionOptions) {}

  /**
   * Where to send a browser so that somebody signs in there.
   *
   * @param anew also when they have signed in already
   * @param abroad with an eID of another EU country
   * @param language of the pages they see there
   */
  async begin(
    back: string,
    anew: boolean,
    abroad: boolean,
    language: Language,
  ): Promise<{ readonly address: string; readonly underWay: SignInUnderWay }> {
    const verifier = client.randomPKCECodeVerifier();
    const underWay = { state: client.randomState(), nonce: client.randomNonce(), verifier, back };
    const address = client.buildAuthorizationUrl(await this.#discovered(), {
      redirect_uri: `${this.options.publicUrl}${CALLBACK_PATH}`,
      scope: 'openid',
      acr_values: [NSIS.substantial, NSIS.high].join(' '),
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state: underWay.state,
      nonce: underWay.nonce,
      ui_locales: language,
      ...(anew && { prompt: 'login' }),
      ...(abroad && { [WAY_PARAMETER]: EIDAS_WAY }),
    });
    return { address: address.href, underWay };
  }

  /**
   * Redeems the code that a browser has come back with. Rejects with what openid-client rejects with.
   *
   * @param address path and query that it came to
   */
  async finish(address: string, { state, nonce, verifier }: SignInUnderWay): Promise<IssuedSignIn> {
    const tokens = await client.authorizationCodeGrant(
      await this.#discovered(),
      new URL(address, this.options.publicUrl),
      { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
    );
    const name = tokens.claims()?.['name'];
    return { idToken: tokens.id_token!, name: typeof name === 'string' ? name : '' };
  }

  /**
   * Where to send a browser whose owner signs out, so that they can sign out everywhere. The issuer knows by its own cookie who that is:
   * an ID token, which holds a CPR number, does not go into an address.
   */
  async endAddress(language: Language): Promise<string> {
    const parameters = {
      client_id: this.options.face.id,
      post_logout_redirect_uri: `${this.options.publicUrl}${SIGNED_OUT_PATH}`,
      ui_locales: language,
    };
    return client.buildEndSessionUrl(await this.#discovered(), parameters).href;
  }

  /** Asked for when it is first needed: the issuer may start later than this face. */
  #discovered(): Promise<client.Configuration> {
    const { issuer, face } = this.options;
    const execute = issuer.startsWith('http:') ? [client.allowInsecureRequests] : [];
    return (this.#configuration ??= client
      .discovery(new URL(issuer), face.id, undefined, client.ClientSecretBasic(face.secret), { execute })
      .catch((error: unknown) => {
        this.#configuration = undefined;
        throw error;
      }));
  }
}
