/**
 * Colours are custom properties with a second set for dark surroundings. Tier colours keep a contrast of at
 * least 4.5 to their text in both.
 */
export const SVG_STYLE = `
  .overgang { --ground:#ffffff; --ink:#16202a; --soft:#566573; --line:#5d6d7c; --box:#f7f9fa; --group:#eef2f5;
    --region:#ffffff; --task:#fff6dc; --task-edge:#9a6b00; --municipal:#dff1e6; --municipal-edge:#1f7a4d;
    --regional:#e1ecfa; --regional-edge:#2460a7; --state:#fae6e3; --state-edge:#a83a32; --refusal:#a83a32;
    --added:#0b6b3a; --removed:#a3231b; --changed:#7a4b00; }
  @media (prefers-color-scheme: dark) {
    .overgang { --ground:#12181e; --ink:#eef3f7; --soft:#a3b3c1; --line:#8fa1b1; --box:#1d262e; --group:#182027;
      --region:#12181e; --task:#3a3013; --task-edge:#e0b64a; --municipal:#163626; --municipal-edge:#5fc592;
      --regional:#162c47; --regional-edge:#76aef0; --state:#43201d; --state-edge:#f0958c; --refusal:#f0958c;
      --added:#6fd6a0; --removed:#ff9b93; --changed:#f0bd5f; }
  }
  .overgang text { font-family: 'IBM Plex Sans', 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif;
    fill: var(--ink); }
  .overgang .ground { fill: var(--ground); }
  .overgang .heading { font-size: 20px; font-weight: 700; }
  .overgang .title { font-size: 14px; font-weight: 600; }
  .overgang .key { font-size: 11px; fill: var(--soft); font-family: 'IBM Plex Mono', Menlo, Consolas, 'Liberation Mono', monospace; }
  .overgang .line { font-size: 12px; }
  .overgang .code { font-size: 11px; font-family: 'IBM Plex Mono', Menlo, Consolas, 'Liberation Mono', monospace; }
  .overgang .box { fill: var(--box); stroke: var(--line); stroke-width: 1.2; }
  .overgang .group { fill: var(--group); stroke: var(--line); stroke-width: 1.2; }
  .overgang .region { fill: var(--region); stroke: var(--line); stroke-width: 1.2; stroke-dasharray: 7 5; }
  .overgang .task { fill: var(--task); stroke: var(--task-edge); stroke-width: 1.6; }
  .overgang .municipal { fill: var(--municipal); stroke: var(--municipal-edge); stroke-width: 1.6; }
  .overgang .regional { fill: var(--regional); stroke: var(--regional-edge); stroke-width: 1.6; }
  .overgang .state { fill: var(--state); stroke: var(--state-edge); stroke-width: 1.6; }
  .overgang .inner { fill: none; }
  .overgang .plate { stroke: none; }
  .overgang .dot { fill: var(--ink); }
  .overgang .arrow { fill: none; stroke: var(--line); stroke-width: 1.4; }
  .overgang .arrow.clock { stroke-dasharray: 6 4; }
  .overgang .arrow.refusal { stroke: var(--refusal); }
  .overgang .arrow.lit { stroke: var(--ink); stroke-width: 3; }
  .overgang .arrow.lit.refusal { stroke: var(--refusal); }
  .overgang .off { opacity: 0.3; }
  .overgang .stub { fill: none; stroke: var(--soft); stroke-width: 1.2; stroke-dasharray: 2 4; }
  .overgang text.refusal { fill: var(--refusal); }
  .overgang .row.refusal .mark { stroke: var(--refusal); }
  .overgang rect.added { stroke: var(--added); stroke-width: 4; stroke-dasharray: none; }
  .overgang rect.removed { stroke: var(--removed); stroke-width: 3; stroke-dasharray: 3 4; fill-opacity: 0.35; }
  .overgang rect.changed { stroke: var(--changed); stroke-width: 3; stroke-dasharray: 12 3 3 3; }
  .overgang .arrow.added { stroke: var(--added); stroke-width: 3; }
  .overgang .arrow.removed { stroke: var(--removed); stroke-width: 2; stroke-dasharray: 2 4; }
  .overgang .arrow.changed { stroke: var(--changed); stroke-width: 2.4; stroke-dasharray: 12 3 3 3; }
  .overgang .tip.added { fill: var(--added); }
  .overgang .tip.removed { fill: var(--removed); }
  .overgang .tip.changed { fill: var(--changed); }
  .overgang a:hover text, .overgang a:focus text { text-decoration: underline; }
  .overgang .tip { fill: var(--line); }
  .overgang .tip.lit { fill: var(--ink); }
  .overgang .tip.refusal { fill: var(--refusal); }
  .overgang .label text { paint-order: stroke; stroke: var(--region); stroke-width: 3px; stroke-linejoin: round; }
  .overgang .mark { fill: none; stroke: var(--ink); stroke-width: 1.3; stroke-linecap: round; stroke-linejoin: round; }
`;
