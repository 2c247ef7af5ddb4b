/** What a page says, without what is of this request alone. */
export function wordsIn({ text }: { readonly text: string }): string {
  const body = /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? text;
  return body.replaceAll(/value="[^"]*"/g, '');
}
