import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks in a second, as the kernel counts them for user space. */
const TICKS = 100;

/** As /proc has them: processor time in ticks, of the process and of its children that have ended. */
export interface ProcessTimes {
  readonly id: number;
  readonly parent: number;
  readonly ticks: number;
  readonly ofEndedChildren: number;
}

/** Seconds of processor time that processes and all below them, dead or alive, have used; 0 where there is no /proc. */
export function processorSeconds(...ids: readonly number[]): number {
  return treeTicks(processes(), ids) / TICKS;
}

/** Seconds of processor time that everything on this machine has used, without the kernel's interrupts; undefined where there is no /proc. */
export function machineSeconds(): number | undefined {
  const ticks = machineTicks(read('/proc/stat'));
  return ticks === undefined ? undefined : ticks / TICKS;
}

/** Bytes of memory of a process and its children, what they share counted once; 0 where there is no /proc. */
export function memoryBytes(pid: number): number {
  let kilobytes = 0;
  for (const { id, parent } of processes()) {
    if (id !== pid && parent !== pid) continue;
    kilobytes += Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${id}/smaps_rollup`))?.[1] ?? 0);
  }
  return kilobytes * 1024;
}

/** Each process once, whether it is named or below one that is. */
export function treeTicks(all: readonly ProcessTimes[], ids: readonly number[]): number {
  const counted = new Set(ids);
  for (let before = 0; before < counted.size;) {
    before = counted.size;
    for (const { id, parent } of all) if (counted.has(parent)) counted.add(id);
  }
  return all
    .filter(({ id }) => counted.has(id))
    .reduce((sum, { ticks, ofEndedChildren }) => sum + ticks + ofEndedChildren, 0);
}

/**
 * From the first line of /proc/stat: user, nice, system, and what other virtual machines took (steal). What serves interrupts
 * is left out: on this benchmark it is mostly its own traffic.
 */
export function machineTicks(stat: string): number | undefined {
  const [name, ...fields] = stat.split('\n', 1)[0]!.split(/\s+/);
  if (name !== 'cpu') return undefined;
  const [user = 0, nice = 0, system = 0, , , , , steal = 0] = fields.map(Number);
  return user + nice + system + steal;
}

function processes(): readonly ProcessTimes[] {
  let names: readonly string[];
  try {
    names = readdirSync('/proc').filter(name => /^\d+$/.test(name));
  } catch {
    return [];
  }
  return names.flatMap(name => {
    const text = read(`/proc/${name}/stat`);
    // The name of the program may hold spaces and brackets.
    const stat = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    if (stat.length < 15) return [];
    const [parent, ticks, ofEndedChildren] = [stat[1]!, stat[11]! + stat[12]!, stat[13]! + stat[14]!];
    return [{ id: Number(name), parent, ticks, ofEndedChildren }];
  });
}

/** Empty when the process has ended meanwhile. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
