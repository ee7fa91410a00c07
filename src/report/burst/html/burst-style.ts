/** Table: what the page of a burst adds to the looks of a report. */
export const BURST_STYLE = `
:root {
  --queue: #1d5fbf; --queue-soft: #d5e4f8; --between: #e9eef6; --serial: #a8540a;
  --s0: #1d5fbf; --s1: #b85c00; --s2: #17774a; --s3: #8a3ffc; --s4: #0b7285; --s5: #6b7280;
}
@media (prefers-color-scheme: dark) {
  :root {
    --queue: #8ab8ff; --queue-soft: #1f3657; --between: #232c38; --serial: #f2a65a;
    --s0: #8ab8ff; --s1: #f2a65a; --s2: #6fcf97; --s3: #c4a6ff; --s4: #66c9d9; --s5: #a4afbd;
  }
}
.verdict.plain { background: var(--blue-soft); color: var(--blue); border-color: var(--blue); }
.verdict.slow { background: var(--amber-soft); color: var(--amber); border-color: var(--amber); }
.verdict p { margin: .35rem 0 0; color: var(--ink); }
.figure { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 1.1rem 1.25rem .6rem; margin: 0; }
.figure figcaption { display: block; color: var(--ink); font-size: .9375rem; margin-bottom: .5rem; max-width: 48rem; }
.figure svg { display: block; width: 100%; min-width: 40rem; height: auto; }
svg text { font-family: inherit; }
.between { fill: var(--between); }
.bound { fill: none; stroke-width: 2.5; stroke-linejoin: round; }
.bound.serial { stroke: var(--serial); stroke-dasharray: 7 5; }
.bound.twenty { stroke: var(--queue); }
.end { stroke: var(--card); stroke-width: 2; }
.end.serial { fill: var(--serial); }
.end.twenty { fill: var(--queue); }
.name, .row-name { fill: var(--ink); font-size: 14px; }
.name { paint-order: stroke; stroke-width: 5px; stroke-linejoin: round; }
.name.serial { stroke: var(--card); }
.name.twenty { stroke: var(--between); }
.name .strong { font-weight: 650; font-size: 15px; }
.name .soft { fill: var(--soft); font-size: 12.5px; }
.caption { fill: var(--ink); font-size: 13.5px; font-weight: 600; }
.queue { fill: var(--queue-soft); }
.queue-line { fill: none; stroke: var(--queue); stroke-width: 2.5; stroke-linejoin: round; }
.layer { stroke: none; }
.wait, .wait-most { stroke-linecap: round; }
.wait { stroke-width: 2; opacity: .45; }
.wait-most { stroke-width: 7; opacity: .55; }
.wait-half { stroke: var(--card); stroke-width: 2; }
.layer.series-0, .wait-half.series-0 { fill: var(--s0); } .wait.series-0, .wait-most.series-0 { stroke: var(--s0); }
.layer.series-1, .wait-half.series-1 { fill: var(--s1); } .wait.series-1, .wait-most.series-1 { stroke: var(--s1); }
.layer.series-2, .wait-half.series-2 { fill: var(--s2); } .wait.series-2, .wait-most.series-2 { stroke: var(--s2); }
.layer.series-3, .wait-half.series-3 { fill: var(--s3); } .wait.series-3, .wait-most.series-3 { stroke: var(--s3); }
.layer.series-4, .wait-half.series-4 { fill: var(--s4); } .wait.series-4, .wait-most.series-4 { stroke: var(--s4); }
.layer.series-5, .wait-half.series-5 { fill: var(--s5); } .wait.series-5, .wait-most.series-5 { stroke: var(--s5); }
.legend .swatch { display: inline-block; width: .8rem; height: .8rem; border-radius: 3px; margin-right: .45rem; vertical-align: -1px; }
.swatch.series-0 { background: var(--s0); } .swatch.series-1 { background: var(--s1); } .swatch.series-2 { background: var(--s2); }
.swatch.series-3 { background: var(--s3); } .swatch.series-4 { background: var(--s4); } .swatch.series-5 { background: var(--s5); }
.figure .legend { margin: .25rem 0 .5rem; }
.advice { display: grid; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); gap: .9rem; padding: 0; margin: 0; list-style: none; }
.advice li { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 1rem 1.2rem; }
.advice h3 { margin: 0 0 .4rem; font-size: 1rem; }
.advice p { margin: 0; }
.advice .of { margin: .6rem 0 0; font-size: .8125rem; }
.checks thead th, .checks td.number { white-space: nowrap; }
#tables .scroll { margin-bottom: 1.25rem; }
details { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: .75rem 1.2rem; }
details summary { cursor: pointer; }
details[open] summary { margin-bottom: .75rem; }
`
