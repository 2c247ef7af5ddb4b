import { nameAlone, nameFirst } from '#journey';

/** A sentence of an authority, with its name in bold where it begins with it, and before it where it does not say it. */
export function NamedAuthority({ name, text }: { readonly name: string | undefined; readonly text: string }) {
  if (name === undefined) return <>{text}</>;
  const said = [`${nameAlone(name)}: `, `${nameFirst(name)} `].find(head => text.startsWith(head));
  if (said === undefined && text.includes(name)) return <>{text}</>;
  return (
    <>
      <strong>{said ?? `${nameAlone(name)}: `}</strong>
      {text.slice(said?.length ?? 0)}
    </>
  );
}
