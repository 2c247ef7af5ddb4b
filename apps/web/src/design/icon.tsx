import { useVisit } from '../http/visit.js';

export interface IconProps {
  /** Name in the sprite of DKFDS. */
  readonly name: string;
  readonly class?: string;
  /** What it says to whoever does not see it; without it, it only decorates. */
  readonly label?: string;
}

export function Icon({ name, class: more, label }: IconProps) {
  const sprite = useVisit().file('dkfds/img/all-svg-icons.svg');
  return (
    <svg
      class={more ? `icon-svg ${more}` : 'icon-svg'}
      focusable="false"
      {...(label === undefined
        ? { 'aria-hidden': 'true' as const }
        : { role: 'img' as const, 'aria-label': label })}
    >
      <use href={`${sprite}#${name}`} />
    </svg>
  );
}
