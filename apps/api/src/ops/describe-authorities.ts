import { type Catalogue } from '#authorities';
import { iso } from '#calendar';
import { type Extent, type Language } from '#journey';
import { type Backlog, type Overdue, type Pause } from '#runtime';
import { type OpsAuthority } from './ops-documents.js';

interface Standing {
  readonly paused: readonly Pause[];
  readonly backlog: readonly Backlog[];
  readonly overdue: readonly Overdue[];
}

/** Service map: roles as the catalogue has them, then whoever takes them somewhere on a day or still has something to do. */
export function describeAuthorities(
  catalogue: Catalogue,
  { paused, backlog, overdue }: Standing,
  today: string,
  language: Language,
): readonly OpsAuthority[] {
  const { directory } = catalogue;
  const extents = extentsOf(catalogue);
  const standingOf = (id: string, of: (row: Overdue) => boolean) => ({
    ...pauseOf(paused.find(({ authority }) => authority === id)),
    ...figuresOf(backlog.filter(of)),
    overdue: overdue.filter(of).reduce((sum, { count }) => sum + count, 0),
  });
  const roles = catalogue.authorities().map(({ id, tier, name }) => ({
    id,
    tier,
    name: name[language],
    heldBy: extents.get(id) ?? 'country',
    services: catalogue.services().flatMap(service => (service.authority === id ? service.id : [])),
    ...standingOf(id, ({ role }) => role === id),
  }));
  const local = directory.ids().flatMap(id => {
    const theirs = [...extents].flatMap(([role, heldBy]) =>
      directory.takes({ authority: role, heldBy }, id, today) ? role : [],
    );
    const standing = standingOf(id, ({ authority }) => authority === id);
    if (theirs.length === 0 && standing.backlog.length === 0 && !standing.paused) return [];
    const name = directory.nameOf(id, today)?.[language] ?? id;
    return { id, tier: directory.tierOf(id), name, roles: theirs, services: [], ...standing };
  });
  return [...roles, ...local];
}

function extentsOf(catalogue: Catalogue): ReadonlyMap<string, Extent> {
  return new Map(catalogue.services().map(({ authority, heldBy = 'country' }) => [authority, heldBy]));
}

function figuresOf(rows: readonly Backlog[]): Pick<OpsAuthority, 'backlog' | 'failing' | 'oldestAt'> {
  const counts = new Map<string, number>();
  for (const { status, count } of rows) counts.set(status, (counts.get(status) ?? 0) + count);
  const oldest = Math.min(...rows.map(row => row.oldest));
  return {
    backlog: [...counts].map(([status, count]) => ({ status, count })),
    failing: rows.reduce((sum, { failing }) => sum + failing, 0),
    ...(rows.length > 0 && { oldestAt: iso(oldest) }),
  };
}

function pauseOf(pause: Pause | undefined): Pick<OpsAuthority, 'paused' | 'pause'> {
  if (!pause) return { paused: false };
  const { since, reason, by } = pause;
  return { paused: true, pause: { since: iso(since), reason, by } };
}
