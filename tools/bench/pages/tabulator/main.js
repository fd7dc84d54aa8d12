/** The list and the side-by-side table as Tabulator tables; rows are drawn as they come into view, its default. */
import {
  FilterModule,
  FormatModule,
  InteractionModule,
  ResizeColumnsModule,
  SortModule,
  Tabulator,
} from 'tabulator-tables'
import 'tabulator-tables/dist/css/tabulator.min.css'
import { COLUMNS, compareRows, passes } from '../../shared/evidence.mjs'
import { element, startPage } from '../../shared/plainPage.mjs'

Tabulator.registerModule([FilterModule, FormatModule, InteractionModule, ResizeColumnsModule, SortModule])

const text = (title, field, more = {}) => ({ title, field, formatter: 'textarea', widthGrow: 1, ...more })

function makeList(place, { rows }, ticks, onTick) {
  place.classList.add('grid')
  const tick = (cell) => {
    const { id, name } = cell.getData()
    const box = element('input', { type: 'checkbox', checked: ticks().includes(id) })
    box.ariaLabel = `Compare ${name}`
    box.addEventListener('change', () => onTick(id))
    return box
  }
  const table = new Tabulator(place, {
    data: rows,
    height: '100%',
    layout: 'fitColumns',
    columnDefaults: { headerSort: false },
    columns: [
      { title: '', field: 'id', formatter: tick, width: 44 },
      text('Treatment', 'name', {
        sorter: (a, b, one, other) => compareRows('name')(one.getData(), other.getData()),
      }),
      text('What it is', 'summary'),
      ...COLUMNS.map(({ key, label }) => text(label, key)),
      ...['group', 'line'].map((sort) => ({
        field: `${sort}Order`,
        visible: false,
        sorter: (a, b, one, other) => compareRows(sort)(one.getData(), other.getData()),
      })),
    ],
  })
  const list = {
    filter: (filters) => table.setFilter(passes, filters),
    sort: (id) => table.setSort(id === 'name' ? 'name' : `${id}Order`, 'asc'),
  }
  return new Promise((resolve) => table.on('tableBuilt', () => resolve(list)))
}

function makeTable(place, { columns, rows }) {
  const data = rows.map(({ label, cells }) => ({ label, ...Object.fromEntries(cells.entries()) }))
  return new Tabulator(place, {
    data,
    height: '60vh',
    layout: 'fitColumns',
    columnDefaults: { headerSort: false },
    columns: [text('Outcome', 'label'), ...columns.map(({ name }, index) => text(name, String(index)))],
  })
}

void startPage({ makeList, makeTable, loadChart: () => import('../../shared/chart.mjs') })
