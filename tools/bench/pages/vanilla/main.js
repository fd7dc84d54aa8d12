/** No library but Papa Parse: one table, rows hidden and moved, bars on a canvas by hand. */
import { COLUMNS, passes, sortRows } from '../../shared/evidence.mjs'
import { element, startPage } from '../../shared/plainPage.mjs'

const headRow = (labels) =>
  element('thead', {}, [
    element(
      'tr',
      {},
      labels.map((label) => element('th', { scope: 'col' }, [label])),
    ),
  ])

function makeList(place, { rows }, ticks, onTick) {
  const lines = new Map(
    rows.map((row) => {
      const box = element('input', { type: 'checkbox', checked: ticks().includes(row.id) })
      box.ariaLabel = `Compare ${row.name}`
      box.addEventListener('change', () => onTick(row.id))
      const name = element('th', { scope: 'row' }, [row.name, element('div', {}, [row.summary])])
      const cells = COLUMNS.map(({ key }) => element('td', {}, [row[key]]))
      return [row, element('tr', {}, [element('td', {}, [box]), name, ...cells])]
    }),
  )
  const body = element('tbody', {}, [...lines.values()])
  place.append(element('table', {}, [headRow(['', 'Treatment', ...COLUMNS.map(({ label }) => label)]), body]))
  return {
    filter(filters) {
      for (const [row, line] of lines) line.hidden = !passes(row, filters)
    },
    sort(id) {
      body.append(...sortRows(rows, id).map((row) => lines.get(row)))
    },
  }
}

function makeTable(place, { columns, rows }) {
  const lines = rows.map(({ label, cells }) =>
    element('tr', {}, [
      element('th', { scope: 'row' }, [label]),
      ...cells.map((cell) => element('td', {}, [cell])),
    ]),
  )
  const head = headRow(['Outcome', ...columns.map(({ name }) => name)])
  place.append(element('table', {}, [head, element('tbody', {}, lines)]))
}

void startPage({ makeList, makeTable, loadChart: () => import('./bars.js') })
