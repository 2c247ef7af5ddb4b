import { htmlOf } from './document.js';

export function signedOutPage(): string {
  return htmlOf(
    'Du er logget af',
    <>
      <h1>Du er logget af</h1>
      <p>Du kan lukke siden.</p>
    </>,
  );
}
