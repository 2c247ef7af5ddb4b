import { type Configuration, type Interaction, type KoaContextWithOIDC, type Provider } from 'oidc-provider';
import { AUTHORITY_CLAIM, CPR_CLAIM, EIDAS_WAY, NSIS, ROLES_CLAIM, WAY_PARAMETER } from '#identity';
import { type Language, LANGUAGES } from '#journey';
import { pageLanguage } from '../page-language.js';
import { errorPage } from '../pages/error-page.js';
import { signOutPage } from '../pages/sign-out-page.js';
import { signedOutPage } from '../pages/signed-out-page.js';
import { type MitIdClient, type MitIdPerson } from '../people.js';
import { changeOfPerson } from './change-of-person.js';
import { MemoryAdapter } from './memory-adapter.js';
import { type IssuerKeys } from './issuer-keys.js';

export const CHOICE_PATH = '/log-paa';

export const signInPath = (uid: string): string => `${CHOICE_PATH}/${uid}`;
/** The same for an eID of another EU country. */
export const eidasPath = (uid: string): string => `${signInPath(uid)}/eidas`;

function choicePath({ uid, params }: Pick<Interaction, 'uid' | 'params'>): string {
  return params[WAY_PARAMETER] === EIDAS_WAY ? eidasPath(uid) : signInPath(uid);
}

/** Of a page of the provider's. */
function languageOf(context: KoaContextWithOIDC): Language {
  // Absent of what is no route of the provider's.
  const { params } = (context.oidc ?? {}) as Partial<KoaContextWithOIDC['oidc']>;
  return pageLanguage(context, params?.['ui_locales']);
}

const HOUR = 3_600;

/**
 * *OpenID provider* (oidc-provider): authorization code with PKCE, the level of assurance in `acr`, CPR number and name in the ID token (no
 * number of whoever has an eID of another country that is linked to none), sign-out told to every service. One sign-in for all services for as long as the session lasts.
 *
 * @param issuer its address, without a slash at the end
 */
export async function newIssuer(
  issuer: string,
  clients: readonly MitIdClient[],
  people: readonly MitIdPerson[],
  keys: IssuerKeys,
): Promise<Provider> {
  const { Provider: OidcProvider } = await quietly(() => import('oidc-provider'));
  const configuration: Configuration = {
    adapter: MemoryAdapter.forProvider(),
    clients: clients.map(client => ({
      client_id: client.id,
      client_secret: client.secret,
      client_name: client.title,
      redirect_uris: [client.redirectUri],
      post_logout_redirect_uris: [client.signedOutUri],
      backchannel_logout_uri: client.backChannelUri,
      backchannel_logout_session_required: true,
      grant_types: ['authorization_code'],
      response_types: ['code'],
      id_token_signed_response_alg: 'ES256',
    })),
    jwks: { keys: [{ ...keys.signing } as never] },
    cookies: {
      keys: [keys.cookies],
      // Ports do not separate cookies: no other service at this host has these names.
      names: { session: 'mitid_session', interaction: 'mitid_sign_in', resume: 'mitid_resume' },
    },
    pkce: { required: () => true },
    discovery: { ui_locales_supported: LANGUAGES },
    acrValues: Object.values(NSIS),
    scopes: ['openid'],
    claims: {
      openid: ['sub', 'name', CPR_CLAIM, ROLES_CLAIM, AUTHORITY_CLAIM],
      acr: null,
      sid: null,
      auth_time: null,
    },
    findAccount: (_, id) => {
      const person = people.find(({ name }) => name === id);
      if (!person) return undefined;
      const { fullName, cpr, roles, authority } = person;
      const claims = {
        sub: id,
        name: fullName,
        ...(cpr !== undefined && { [CPR_CLAIM]: cpr }),
        [ROLES_CLAIM]: [...roles],
        ...(authority !== undefined && { [AUTHORITY_CLAIM]: authority }),
      };
      return { accountId: id, claims: async () => claims };
    },
    // Whoever signs in somewhere gives the service what it asks for; there is nothing else to consent to.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        accountId: oidc.session!.accountId!,
        clientId: oidc.client!.clientId,
      });
      grant.addOIDCScope('openid');
      grant.addOIDCClaims(['name', CPR_CLAIM, ROLES_CLAIM, AUTHORITY_CLAIM]);
      await grant.save();
      return grant;
    },
    extraParams: [WAY_PARAMETER],
    interactions: {
      url: (_, interaction) => choicePath(interaction),
    },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) =>
          void (ctx.body = signOutPage(form, languageOf(ctx), ctx.oidc.client?.clientName)),
        postLogoutSuccessSource: ctx => void (ctx.body = signedOutPage(languageOf(ctx))),
      },
    },
    renderError: (ctx, { error }) => {
      ctx.type = 'html';
      ctx.body = errorPage(error, languageOf(ctx));
    },
    ttl: {
      Session: HOUR,
      Interaction: HOUR,
      Grant: HOUR,
      IdToken: 300,
      AccessToken: 60,
      AuthorizationCode: 60,
    },
    // In this network, where everything is simulated, services are at loopback.
    fetch: (url, options) => fetch(url, options),
  };
  const provider = new OidcProvider(issuer, configuration);
  provider.use(changeOfPerson(people, choicePath));
  return provider;
}

/** It warns of each Node that it does not know, and works. */
async function quietly<T>(load: () => Promise<T>): Promise<T> {
  const { console: output } = globalThis;
  const { warn } = output;
  output.warn = () => undefined;
  try {
    return await load();
  } finally {
    output.warn = warn;
  }
}
