const [MAJOR, MINOR] = [20, 19];

/** What is wrong with this version of Node (as in `20.19.0`), in a sentence; undefined when nothing is. */
export function lackOfNode(version) {
  const [major, minor] = version.split('.').map(Number);
  if (major > MAJOR || (major === MAJOR && minor >= MINOR)) return undefined;
  return `Overgang needs Node ${MAJOR}.${MINOR} or newer, this is Node ${version}: install one from https://nodejs.org and try again.`;
}
