import { useVisit } from '../http/visit.js';
import { FRONT_PATHS } from '../faces.js';
import { faceMenu } from './menus.js';
import { PATHS } from '../paths.js';
import { Icon } from './icon.js';
import { SignOut } from './sign-out.js';

/** Name of the service, who is here, and the menu. On a phone the menu is a `details`, which opens without a script. */
export function Header({ menu }: { readonly menu?: string | undefined }) {
  const { words, visitor, face, signInAddress } = useVisit();
  return (
    <header class="header">
      <div class="portal-info">
        <div class="portal-info-inner container">
          <a href={FRONT_PATHS[face]} class="service-name" aria-label={words.toHome}>
            {words.service}
          </a>
          <div class="signed-in d-print-none">
            {visitor ? (
              <>
                <p class="user">{visitor.name}</p>
                <SignOut />
              </>
            ) : (
              <a class="function-link" href={signInAddress}>
                <Icon name="lock" />
                {words.signIn}
              </a>
            )}
          </div>
        </div>
      </div>
      {visitor && (
        <>
          <div class="navigation-menu d-print-none">
            <div class="navigation-menu-inner container">
              <nav class="nav" aria-label={words.menu.label}>
                <MenuLinks menu={menu} />
              </nav>
            </div>
          </div>
          <details class="phone-menu container d-print-none">
            <summary>{words.menu.open}</summary>
            <nav aria-label={words.menu.label}>
              <MenuLinks menu={menu} />
            </nav>
          </details>
        </>
      )}
      {visitor?.actsFor && <ActsFor name={visitor.actsFor.name} />}
    </header>
  );
}

function MenuLinks({ menu }: { readonly menu: string | undefined }) {
  return (
    <ul class="mainmenu">
      {faceMenu(useVisit()).map(([path, text]) => (
        <li key={path} class={path === menu ? 'active current' : undefined}>
          <a href={path} class="nav-link" aria-current={path === menu ? 'page' : undefined}>
            <span>{text}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** A banner: all that is done here is done for somebody else. */
function ActsFor({ name }: { readonly name: string }) {
  const { words } = useVisit();
  return (
    <div class="acts-for">
      <div class="container">
        <p>
          <Icon name="account" /> {words.mandates.actsFor(name)}{' '}
          <a href={PATHS.mandates}>{words.mandates.switchBack}</a>
        </p>
      </div>
    </div>
  );
}
