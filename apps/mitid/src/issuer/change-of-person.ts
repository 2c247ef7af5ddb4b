import { type Interaction, type KoaContextWithOIDC } from 'oidc-provider';
import { changePage } from '../pages/change-page.js';
import { pageLanguage } from '../page-language.js';
import { type MitIdPerson } from '../people.js';

type Middleware = (context: KoaContextWithOIDC, next: () => Promise<void>) => Promise<void>;

/** What the provider keeps of a sign-out that is to be confirmed. */
interface PendingSignOut {
  readonly secret: string;
  readonly postLogoutRedirectUri?: string;
  readonly state?: string;
}

/**
 * Post-processing of the provider's answers (Koa middleware). Where somebody else was chosen than who is signed in, or nobody is signed in
 * who could sign out, it answers with a form that a script sends, without a heading: whoever becomes somebody else is asked on a page
 * of ours, and whoever has signed out before goes on at once.
 *
 * @param pathOf of the page on which one chooses, of a sign-in
 */
export function changeOfPerson(
  people: readonly MitIdPerson[],
  pathOf: (interaction: Interaction) => string,
): Middleware {
  const nameOf = (id = ''): string => people.find(({ name }) => name === id)?.fullName ?? id;

  return async (context, next) => {
    await next();
    // Absent of what is no route of the provider's.
    const { session, route, entities } = (context.oidc ?? {}) as Partial<KoaContextWithOIDC['oidc']>;
    const pending = session?.state as PendingSignOut | undefined;
    if (!pending || context.status !== 200) return;
    const chosen = entities?.Interaction;
    if (route === 'resume' && chosen) {
      context.body = changePage({
        language: pageLanguage(context, chosen.params['ui_locales']),
        from: nameOf(session?.accountId),
        to: nameOf(chosen.result?.login?.accountId),
        action: context.oidc.urlFor('end_session_confirm'),
        secret: pending.secret,
        back: pathOf(chosen),
      });
    } else if (route === 'end_session' && session?.accountId === undefined) {
      const to = new URL(pending.postLogoutRedirectUri ?? context.oidc.urlFor('end_session_success'));
      if (pending.state !== undefined) to.searchParams.set('state', pending.state);
      context.redirect(to.href);
      context.status = 303;
    }
  };
}
