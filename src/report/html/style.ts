/** Table: the page's looks, in light and dark. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --card: #ffffff; --ink: #1b2330; --soft: #55606f; --line: #d9dee6;
  --accent: #1d5fbf; --code: #f0f2f6;
  --red: #b3261e; --red-soft: #fde9e7; --amber: #7a4d00; --amber-soft: #fdf0d5;
  --blue: #1d5fbf; --blue-soft: #e4eefb; --green: #17693a; --green-soft: #e0f4e7;
  --mark: #ffd9d4; --mark-ink: #7d1109;
  --heat-1: #e3eefb; --heat-2: #bcd8f6; --heat-3: #8fbcec; --heat-4: #5f9fdf;
  --heat-ink: #10263f;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #11151b; --card: #1a2028; --ink: #e6eaf0; --soft: #a4afbd; --line: #333c48;
    --accent: #8ab8ff; --code: #232b35;
    --red: #ff9d94; --red-soft: #43201d; --amber: #f2c069; --amber-soft: #3d2f13;
    --blue: #8ab8ff; --blue-soft: #1c3050; --green: #7fd6a0; --green-soft: #173626;
    --mark: #6d2019; --mark-ink: #ffe3e0;
    --heat-1: #1d2b3c; --heat-2: #23405f; --heat-3: #2c5886; --heat-4: #3670ac;
    --heat-ink: #eef4fc;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body {
  margin: 0; overflow-wrap: anywhere; background: var(--page); color: var(--ink);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif;
}
code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; font-size: .875em; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.skip { position: absolute; left: -10000px; }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem 1rem; z-index: 1; }
body > header, main, footer { max-width: 68rem; margin: 0 auto; padding: 0 1.25rem; }
.top { display: flex; flex-wrap: wrap; gap: .5rem 2rem; align-items: center; justify-content: space-between; padding: 1rem 0; }
.brand { display: flex; gap: .5rem; align-items: center; margin: 0; font-weight: 650; letter-spacing: -.01em; }
nav ul { display: flex; flex-wrap: wrap; gap: 1.25rem; list-style: none; margin: 0; padding: 0; }
nav a { text-decoration: none; }
nav a:hover { text-decoration: underline; }
.verdict { border-radius: 12px; padding: 1.1rem 1.4rem; border: 1px solid; }
.verdict h1 { margin: 0; font-size: 1.5rem; line-height: 1.3; letter-spacing: -.015em; display: flex; gap: .75rem; align-items: baseline; }
.verdict.bad { background: var(--red-soft); color: var(--red); border-color: var(--red); }
.verdict.good { background: var(--green-soft); color: var(--green); border-color: var(--green); }
section { margin: 2.25rem 0; }
section.overview { margin-top: 1.25rem; }
h2 { font-size: 1.2rem; letter-spacing: -.01em; margin: 0 0 .9rem; }
.numbers { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .75rem; margin: 0 0 1rem; }
.numbers div { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: .7rem 1rem; }
.numbers dt { color: var(--soft); font-size: .8125rem; }
.numbers dd { margin: 0; font-size: 1.3rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.checked { margin: 0 0 1rem; padding-left: 1.1rem; color: var(--soft); }
.empty { color: var(--soft); background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 1rem 1.25rem; }
.finding, .test { background: var(--card); border: 1px solid var(--line); border-radius: 12px; margin: 0 0 1.1rem; }
.finding { padding: 1.1rem 1.4rem 1.25rem; border-left-width: 5px; }
.finding.error { border-left-color: var(--red); }
.finding.warning { border-left-color: var(--amber); }
.finding.info { border-left-color: var(--blue); }
.finding h3 { margin: .35rem 0 .8rem; font-size: 1.05rem; line-height: 1.4; overflow-wrap: anywhere; }
.rule { margin: 0; display: flex; gap: .6rem; align-items: center; color: var(--soft); }
.badge { display: inline-block; font-size: .75rem; font-weight: 650; border-radius: 999px; padding: .1rem .6rem; white-space: nowrap; }
.badge.error { background: var(--red-soft); color: var(--red); }
.badge.warning { background: var(--amber-soft); color: var(--amber); }
.badge.info { background: var(--blue-soft); color: var(--blue); }
.badge.passed { background: var(--green-soft); color: var(--green); }
figure { margin: .9rem 0 0; }
figcaption { color: var(--soft); font-size: .8125rem; margin-bottom: .3rem; display: flex; justify-content: space-between; align-items: center; gap: 1rem; overflow-wrap: anywhere; }
pre code { font-size: inherit; }
pre { margin: 0; padding: .7rem .9rem; background: var(--code); border-radius: 8px; overflow-x: auto; line-height: 1.5; }
.frame .gutter { color: var(--soft); user-select: none; }
.frame .carets { color: var(--red); font-weight: 700; }
.warning .carets { color: var(--amber); }
.info .carets { color: var(--blue); }
.notes { display: grid; grid-template-columns: 8rem 1fr; gap: .45rem 1rem; margin: 1rem 0 0; }
.notes dt { color: var(--soft); }
.notes dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
.lead { border-collapse: collapse; }
.lead th { text-align: left; font-weight: 400; padding: 0 1rem .1rem 0; vertical-align: top; }
.lead td { overflow-wrap: anywhere; }
.value { background: var(--mark); color: var(--mark-ink); border-radius: 4px; padding: .05rem .3rem; }
.wire pre, .copyable pre { white-space: pre-wrap; overflow-wrap: anywhere; }
mark { background: var(--mark); color: var(--mark-ink); border-radius: 3px; padding: .05rem .15rem; font-weight: 700; text-decoration: underline; text-underline-offset: 3px; }
.received { margin: .5rem 0 0; overflow-wrap: anywhere; }
button { font: inherit; font-size: .8125rem; color: var(--accent); background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: .15rem .7rem; cursor: pointer; flex: none; }
button:hover { border-color: var(--accent); }
.test summary { padding: .75rem 1.2rem; cursor: pointer; }
.test summary .badge { margin-right: .6rem; }
.test > :not(summary) { margin-left: 1.2rem; margin-right: 1.2rem; }
.test > :last-child { margin-bottom: 1.2rem; }
.of { color: var(--soft); font-weight: 400; }
p.of { margin-top: 0; margin-bottom: .6rem; font-size: .875rem; }
.scroll { overflow-x: auto; max-width: 100%; }
.checks { border-collapse: collapse; min-width: 24rem; }
.checks th, .checks td { text-align: left; padding: .3rem 1.5rem .3rem 0; border-bottom: 1px solid var(--line); font-weight: 400; }
.checks thead th { color: var(--soft); font-size: .8125rem; }
.checks td.number, .checks thead th:not(:first-child) { text-align: right; font-variant-numeric: tabular-nums; }
.checks .failed td, .checks .failed th { color: var(--red); }
.texts th, .texts td { vertical-align: top; }
.texts thead th:not(:first-child) { text-align: left; }
.texts td { min-width: 7rem; max-width: 26rem; }
.legend { display: flex; flex-wrap: wrap; gap: .4rem 1.5rem; list-style: none; padding: 0; margin: 0 0 1rem; color: var(--soft); font-size: .875rem; }
.legend .cell { display: inline-block; min-width: 2.2rem; text-align: center; border-radius: 4px; margin-right: .5rem; padding: 0 .3rem; color: var(--ink); }
.heat { border-collapse: separate; border-spacing: 2px; font-size: .75rem; font-variant-numeric: tabular-nums; }
.heat thead th { vertical-align: bottom; font-weight: 400; padding: 0 .1rem .3rem; height: 1px; }
.heat thead span { writing-mode: vertical-rl; transform: rotate(180deg); white-space: nowrap; }
.heat tbody th { position: sticky; left: 0; background: var(--card); text-align: left; font-weight: 400; padding-right: .8rem; white-space: nowrap; }
.heat td { min-width: 2rem; text-align: center; border-radius: 3px; padding: .2rem .25rem; }
.level-1 { background: var(--heat-1); }
.level-2 { background: var(--heat-2); }
.level-3 { background: var(--heat-3); }
.level-4 { background: var(--heat-4); }
td.level-1, td.level-2, td.level-3, td.level-4, .legend .level-3 { color: var(--heat-ink); }
.failing { background: var(--red-soft); color: var(--red); font-weight: 700; }
.untried { background: var(--card); color: var(--amber); border: 1px dashed var(--amber); font-weight: 700; }
.absent { color: var(--soft); }
.chart svg { display: block; min-width: 36rem; max-width: 100%; height: auto; }
.bar { fill: var(--accent); }
.grid { stroke: var(--line); }
svg .mark { stroke: var(--soft); stroke-dasharray: 3 3; }
.axis { stroke: var(--soft); }
.tick { fill: var(--soft); font-size: 12px; font-family: inherit; }
footer { color: var(--soft); font-size: .8125rem; padding-bottom: 2.5rem; }
@media (max-width: 40rem) { .notes { grid-template-columns: 1fr; gap: .1rem; } .notes dd { margin-bottom: .6rem; } }
@media print { nav, button, .skip { display: none; } body { background: #fff; } .finding, .test { break-inside: avoid; } }
`
