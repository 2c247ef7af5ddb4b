/**
 * The faces that this app has: pages for one kind of people. A face has the name of the role in which one signs in to it, and each can
 * be served alone.
 */
export const FACES = ['citizen', 'caseworker', 'ops', 'designer', 'approver', 'auditor'] as const;
export type Face = (typeof FACES)[number];

/** Token for the faces that are served, the first of them first. */
export const SERVED_FACES = Symbol('served faces');

/** Where one arrives who has signed in, or who comes without saying where to. */
export const FRONT_PATHS: Readonly<Record<Face, string>> = {
  citizen: '/',
  caseworker: '/skranke',
  ops: '/drift',
  designer: '/katalog',
  // They read what designers have published.
  approver: '/katalog',
  auditor: '/revision',
};

export function isFace(name: string | undefined): name is Face {
  return FACES.some(face => face === name);
}
