import { type ComponentChildren } from 'preact';

/** A service as those who work here speak of it: by its technical name, below whose it is. What it is called besides is said to citizens. */
export function ServiceOf({
  service,
  children,
}: {
  readonly service: string;
  /** The authority. */
  readonly children: ComponentChildren;
}) {
  return (
    <>
      {children}
      <br />
      <ServiceCode service={service} />
    </>
  );
}

/** The technical name, which may go on on the next line after a dot. */
export function ServiceCode({ service }: { readonly service: string }) {
  const [role, ...rest] = service.split('.');
  return (
    <code>
      {role}
      {rest.map(part => (
        <>
          .<wbr />
          {part}
        </>
      ))}
    </code>
  );
}
