import { useVisit } from '../../http/visit.js';
import { type DisclosureDocument } from '../../rest/documents.js';
import { dayAndTime } from '../../words/times.js';
import { DisclosureLine } from './disclosure-line.js';

/** Who used which data, in the order that is given; what reads the same, down to the minute, is said once, and how often it was. */
export function DisclosureList({ items }: { readonly items: readonly DisclosureDocument[] }) {
  const { language } = useVisit();
  const runs: { readonly item: DisclosureDocument; readonly reads: string; times: number }[] = [];
  for (const item of items) {
    const { id: _, at, ...said } = item;
    const reads = JSON.stringify([dayAndTime(at, language), said]);
    const last = runs.at(-1);
    if (last?.reads === reads) last.times += 1;
    else runs.push({ item, reads, times: 1 });
  }
  return (
    <ol class="timeline nobullet-list">
      {runs.map(({ item, times }, index) => (
        <DisclosureLine key={`${item.at} ${index}`} item={item} times={times} />
      ))}
    </ol>
  );
}
