import { type ComponentChildren } from 'preact';

export interface ButtonProps {
  readonly kind?: 'primary' | 'secondary' | 'tertiary' | 'warning';
  readonly name?: string;
  readonly value?: string;
  readonly describedBy?: string | undefined;
  readonly children: ComponentChildren;
}

/** Sends the form that it is in. */
export function Button({ kind = 'primary', name, value, describedBy, children }: ButtonProps) {
  return (
    <button
      type="submit"
      class={`button button-${kind}`}
      name={name}
      value={value}
      aria-describedby={describedBy}
    >
      {children}
    </button>
  );
}

export interface ButtonLinkProps {
  readonly href: string;
  readonly kind?: 'primary' | 'secondary' | 'tertiary';
  readonly children: ComponentChildren;
}

/** Leads on, where nothing is changed. */
export function ButtonLink({ href, kind = 'primary', children }: ButtonLinkProps) {
  return (
    <a class={`button button-${kind}`} href={href}>
      {children}
    </a>
  );
}
