import { Markup } from './html.ts';

/** The page's only style; it asks nothing of the network. */
export const pageStyle = new Markup(`
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 0 1.25rem 3rem; background: #fff; color: #1a1a1a;
  font: 1rem/1.5 system-ui, "Segoe UI", Roboto, Arial, sans-serif; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 1.5rem 0 .25rem; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .5rem; padding-top: .75rem; border-top: 2px solid #0b4f8a; }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; }
p { margin: .5rem 0; max-width: 46rem; }
ul { padding-left: 1.25rem; max-width: 46rem; }
li { margin: .3rem 0; }
.banner { position: sticky; top: 0; z-index: 1; margin: 0 -1.25rem; padding: .5rem 1.25rem; max-width: none;
  background: #7a1f00; color: #fff; font-weight: 700; }
.mark { color: #7a1f00; font-weight: 700; font-size: .85rem; margin: 0 0 .5rem; }
.quiet { color: #4a4a4a; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; margin: .75rem 0; font-size: .9rem; font-variant-numeric: tabular-nums; }
th, td { padding: .3rem .6rem; border-bottom: 1px solid #d0d0d0; text-align: left; vertical-align: top; }
thead th { border-bottom: 2px solid #6b6b6b; }
td.number, th.number { text-align: right; }
tbody th { font-weight: 400; }
tbody th.part { font-weight: 700; background: #f2f5f8; }
caption { text-align: left; font-weight: 700; padding: .3rem 0; }
figure { margin: .75rem 0; }
figcaption { font-weight: 700; font-size: .9rem; }
figure svg { display: block; width: 100%; height: auto; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(19rem, 1fr)); gap: 0 1.5rem; }
.many { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: 0 1rem; }
.solid { border-bottom: 3px solid #0b4f8a; color: #0b4f8a; margin-right: 1.5rem; }
.dashed { border-bottom: 3px dashed #b0440a; color: #b0440a; }
code { font-size: .85rem; overflow-wrap: anywhere; }
summary { cursor: pointer; font-weight: 700; }
@media print { .banner { position: static; } details > * { display: block; } }
`);
