"""The style sheet of the HTML page: two columns, one on narrow screens; dark mode; print."""

STYLE = """
:root { color-scheme: light dark; --text: #1b1b1b; --paper: #fff; --line: #c9ced6; --soft: #5a6270;
  --link: #0b57a4; --mark: #fff3cd; --mark-line: #b58100; --side: #f5f6f8 }
@media (prefers-color-scheme: dark) { :root { --text: #e6e6e6; --paper: #16181c; --line: #3c424c;
  --soft: #a3abb8; --link: #8ec1ff; --mark: #3a3110; --mark-line: #e0b33a; --side: #1e2126 } }
* { box-sizing: border-box }
html { scroll-padding-top: 1rem }
body { margin: 0; color: var(--text); background: var(--paper); line-height: 1.6;
  font: 1.0625rem/1.6 Georgia, "Noto Serif", "Noto Naskh Arabic", "Times New Roman", serif;
  overflow-wrap: anywhere }
a { color: var(--link) } a:focus-visible, [tabindex]:focus-visible {
  outline: 3px solid var(--link); outline-offset: 2px }
.skip { position: absolute; inset-inline-start: -100vw } .skip:focus { inset-inline-start: 1rem;
  top: 1rem; background: var(--paper); padding: .5rem 1rem; z-index: 1 }
nav { background: var(--side); border-block-end: 1px solid var(--line); padding: 1rem;
  font: .9rem/1.4 system-ui, sans-serif; max-height: 40vh; overflow: auto }
nav ol { list-style: none; margin: 0; padding-inline-start: 1rem } nav > ol { padding: 0 }
nav li { margin-block: .3rem } nav a { text-decoration: none }
  nav a:hover { text-decoration: underline }
main { max-width: 46rem; margin-inline: auto; padding: 1rem 1rem 4rem; min-width: 0 }
header { border-block-end: 1px solid var(--line); margin-block-end: 1.5rem;
  padding-block-end: 1rem }
header p { margin: 0 } h1 { font-size: 1.5rem; line-height: 1.3; margin-block: .75rem }
h2, h3, h4, h5, h6 { line-height: 1.3; margin-block: 1.75em .5em } h2 { font-size: 1.3rem }
h3 { font-size: 1.15rem } h4, h5, h6 { font-size: 1rem }
.anchor { text-decoration: none; color: var(--soft); opacity: 0; margin-inline-start: .4em }
:is(h2, h3, h4, h5, h6):hover .anchor, .anchor:focus { opacity: 1 }
.marker { font-weight: bold } ul { list-style: none; margin: .5em 0; padding-inline-start: 2em }
li { margin-block: .35em } sup a { text-decoration: none; padding-inline: .1em }
.scroll { overflow-x: auto } table { border-collapse: collapse; margin-block: 1em }
th, td { border: 1px solid var(--line); padding: .3em .6em; text-align: start; vertical-align: top }
th { background: var(--side) } caption { text-align: start; font-weight: bold }
.page { float: inline-start; width: 3rem; margin-inline-start: -3.5rem; text-align: end;
  color: var(--soft); font: .75rem/2.1 system-ui, sans-serif; user-select: none }
.issue { background: var(--mark); border-inline-start: 4px solid var(--mark-line);
  margin-block: .5em;
  padding: .4em .8em; font: .9rem/1.4 system-ui, sans-serif; text-align: start }
.issue code { font-weight: bold } .notes { border-block-start: 1px solid var(--line);
  margin-block-start: 3rem; font-size: .9em } :target { background: var(--mark) }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
@media (min-width: 60rem) { body.outlined { display: grid;
  grid-template-columns: 19rem minmax(0, 1fr) } nav { position: sticky; top: 0; height: 100vh;
  max-height: none; border-block-end: 0; border-inline-end: 1px solid var(--line) }
  main { width: 100%; padding-inline: 4rem 2rem; max-width: 54rem } }
@media (max-width: 59.99rem) { .page { float: none; display: block; width: auto; margin: 0;
  text-align: start } }
@media print { nav, .skip, .anchor { display: none } body.outlined { display: block }
  main { max-width: none; padding: 0 } .issue { break-inside: avoid } h2, h3,
  h4 { break-after: avoid }
  a { color: inherit; text-decoration: none } :root { --text: #000; --paper: #fff } }
"""
