import { htmlOf } from './document.js';

/** @param code of OAuth 2.0 or OpenID Connect, for whoever looks into it */
export function errorPage(code: string): string {
  return htmlOf(
    'Det gik ikke',
    <>
      <h1>Du kan ikke logge på herfra</h1>
      <p>Gå tilbage til den side, du kom fra, og log på igen.</p>
      <p class="about">{`Fejl: ${code}`}</p>
    </>,
  );
}
