/**
 * The page we measure ourselves against: the same words as the list, written as plain HTML with one small style
 * block, no script and no data to wait for. Nothing that shows this content can be painted sooner.
 */

const STYLE = `
body{margin:0;font:15px/1.5 system-ui,sans-serif;color:#16181d;background:#fff}
header{display:flex;gap:24px;padding:12px 32px;border-bottom:1px solid #ddd}
main{padding:24px 32px}h1{font-size:24px;margin:0}.lead{font-size:18px;max-width:52em;color:#4a4f57}
table{width:100%;border-collapse:collapse;font-size:13px}th,td{text-align:left;vertical-align:top;padding:8px;border-bottom:1px solid #ddd}
`

const escape = (text) => text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign])

/** The list draws what a screen shows and then the rest: true once as many rows stand there as it says. Runs in the page. */
export function allRowsAreDrawn() {
  const said = Number.parseInt(document.querySelector('.explore-count strong')?.textContent ?? '', 10)
  return document.querySelectorAll('.treatment-row').length === said
}

/** The words of the list as the app shows them: [heading words, rows of cells]. Runs in the page. */
export function readList() {
  const words = (element) => (element.innerText ?? '').replace(/\s+/g, ' ').trim()
  return {
    header: words(document.querySelector('header')),
    review: words(document.querySelector('.review-line')),
    title: words(document.querySelector('main h1')),
    lead: words(document.querySelector('main h1 + p') ?? document.querySelector('main p')),
    rows: [...document.querySelectorAll('.treatment-row')].map((row) =>
      [...row.querySelectorAll('[role=cell],[role=rowheader]')].map(words),
    ),
  }
}

/** @param {ReturnType<typeof readList>} list */
export function staticPage({ header, review, title, lead, rows }) {
  const cells = (row) => row.map((cell) => `<td>${escape(cell)}</td>`).join('')
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escape(title)}</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,"><style>${STYLE}</style></head>
<body><header>${escape(header)}</header><p>${escape(review)}</p><main><h1>${escape(title)}</h1><p class="lead">${escape(lead)}</p>
<table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}</table></main></body></html>`
}
