import { htmlOf } from './document.js';

/** @param form of the provider, by which the choice is posted */
export function signOutPage(form: string, service = 'tjenesten'): string {
  return htmlOf(
    'Log ud',
    <>
      <h1>Vil du også logge ud af MitID?</h1>
      <p>
        {`Du er logget ud af ${service}. Er du stadig logget ind med MitID, kan den næste, der bruger denne browser, komme ind uden at logge ind.`}
      </p>
      <div dangerouslySetInnerHTML={{ __html: form }} />
      <p class="buttons">
        <button type="submit" form="op.logoutForm" name="logout" value="yes">
          Log ud alle steder
        </button>
        <button type="submit" form="op.logoutForm" class="secondary">
          Bliv logget ind med MitID
        </button>
      </p>
    </>,
  );
}
