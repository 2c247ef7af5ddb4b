export type Tone = 'none' | 'info' | 'success' | 'warning' | 'error';

/** How something stands, in a word. */
export function Badge({ tone, text }: { readonly tone: Tone; readonly text: string }) {
  return <span class={tone === 'none' ? 'badge' : `badge badge-${tone}`}>{text}</span>;
}
