import { htmlOf } from './document.js';

/** @param form of the provider, by which the choice is posted */
export function signOutPage(form: string, service = 'tjenesten'): string {
  return htmlOf(
    'Log af',
    <>
      <h1>Vil du også logge af MitID?</h1>
      <p>
        {`Hos ${service} er du nu logget af. Bliver du ved med at være logget på med MitID, kan den næste, der bruger browseren, komme ind som dig.`}
      </p>
      <div dangerouslySetInnerHTML={{ __html: form }} />
      <p class="buttons">
        <button type="submit" form="op.logoutForm" name="logout" value="yes">
          Log af alle steder
        </button>
        <button type="submit" form="op.logoutForm" class="secondary">
          Bliv logget på med MitID
        </button>
      </p>
    </>,
  );
}
