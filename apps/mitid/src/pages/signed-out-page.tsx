import { htmlOf } from './document.js';

export function signedOutPage(): string {
  return htmlOf(
    'Du er logget ud',
    <>
      <h1>Du er logget ud</h1>
      <p>Du kan lukke siden.</p>
    </>,
  );
}
