/** The list and the side-by-side table as AG Grid Community grids, only the modules in use, rows as high as their text. */
import {
  ClientSideRowModelModule,
  ColumnApiModule,
  createGrid,
  ExternalFilterModule,
  ModuleRegistry,
  RowAutoHeightModule,
  RowStyleModule,
} from 'ag-grid-community'
import { COLUMNS, compareRows, passes } from '../../shared/evidence.mjs'
import { element, startPage } from '../../shared/plainPage.mjs'

ModuleRegistry.registerModules([
  ClientSideRowModelModule,
  ColumnApiModule,
  ExternalFilterModule,
  RowAutoHeightModule,
  RowStyleModule,
])

const TEXT = { flex: 1, wrapText: true, autoHeight: true, sortable: false, minWidth: 110 }
const byRow = (sort) => ({
  colId: `by-${sort}`,
  hide: true,
  comparator: (a, b, one, other) => compareRows(sort)(one.data, other.data),
})

function makeList(place, { rows }, ticks, onTick) {
  place.classList.add('grid')
  let filters
  const tick = ({ data }) => {
    const box = element('input', { type: 'checkbox', checked: ticks().includes(data.id) })
    box.ariaLabel = `Compare ${data.name}`
    box.addEventListener('change', () => onTick(data.id))
    return box
  }
  return new Promise((resolve) => {
    const grid = createGrid(place, {
      rowData: rows,
      defaultColDef: TEXT,
      columnDefs: [
        { colId: 'tick', headerName: '', cellRenderer: tick, flex: 0, width: 60, minWidth: 60 },
        { field: 'name', headerName: 'Treatment' },
        { field: 'summary', headerName: 'What it is' },
        ...COLUMNS.map(({ key, label }) => ({ field: key, headerName: label })),
        ...['group', 'name', 'line'].map(byRow),
      ],
      isExternalFilterPresent: () => filters !== undefined,
      doesExternalFilterPass: ({ data }) => passes(data, filters),
      onFirstDataRendered: () => resolve(list),
    })
    const list = {
      filter(now) {
        filters = now
        grid.onFilterChanged()
      },
      sort(id) {
        const state = [{ colId: `by-${id}`, sort: 'asc' }]
        grid.applyColumnState({ state, defaultState: { sort: null } })
      },
    }
  })
}

function makeTable(place, { columns, rows }) {
  place.classList.add('grid')
  const rowData = rows.map(({ label, cells }) => ({ label, ...Object.fromEntries(cells.entries()) }))
  return createGrid(place, {
    rowData,
    defaultColDef: TEXT,
    columnDefs: [
      { field: 'label', headerName: 'Outcome' },
      ...columns.map(({ name }, index) => ({ field: String(index), headerName: name })),
    ],
  })
}

void startPage({ makeList, makeTable, loadChart: () => import('../../shared/chart.mjs') })
