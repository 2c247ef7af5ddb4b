import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks in a second, as the kernel counts them for user space. */
const TICKS = 100;

/** Seconds of processor time that a process and its children, dead or alive, have used; 0 where there is no /proc. */
export function processorSeconds(pid: number): number {
  let ticks = 0;
  for (const { id, parent, stat } of processes()) {
    if (id === pid || parent === pid) ticks += stat[11]! + stat[12]!;
    if (id === pid) ticks += stat[13]! + stat[14]!;
  }
  return ticks / TICKS;
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

function processes(): readonly { id: number; parent: number; stat: readonly number[] }[] {
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
    return stat.length < 15 ? [] : [{ id: Number(name), parent: stat[1]!, stat }];
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
