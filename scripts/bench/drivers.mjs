/**
 * How each measured page is worked: the same acts in the app and in the pages of tools/bench, each an in-page script
 * with a condition that holds once its result stands in the document. The clock is that of `timeToPaint`.
 */

/** Read before the act: the act is done when the same reading gives something else. */
const changes = (reading, act) => ({
  act: `window.__before = (${reading})(); ${act}`,
  done: `const now = (${reading})(); return now !== undefined && now !== window.__before`,
})

/** Sets a value as a hand would: past the setter that React puts on the element. */
const set = (selector, type, value) => `{
  const field = document.querySelector(${JSON.stringify(selector)})
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set.call(field, ${value})
  field.dispatchEvent(new Event('${type}', { bubbles: true }))
}`
const choose = (selector, label) =>
  set(
    selector,
    'change',
    `[...field.options].find((option) => option.label === ${JSON.stringify(label)}).value`,
  )
const tick = (place, label) =>
  `[...document.querySelectorAll('${place} input[type=checkbox]')].find((box) => box.labels[0]?.textContent.includes(${JSON.stringify(label)})).click()`

const textOf = (selector) => `() => document.querySelector(${JSON.stringify(selector)})?.textContent`
const enough = (heads, cells) =>
  `return document.querySelectorAll(${JSON.stringify(heads)}).length >= 3 && [...document.querySelectorAll(${JSON.stringify(cells)})].filter((cell) => cell.textContent.trim() !== '').length >= 12`

/** The line that stands first on the screen of the app: a row, or the heading above it. Forces no layout. */
const FIRST_LINE = `() => [...document.querySelectorAll('.lines > :not(.out)')].reduce((one, other) =>
  Number(other.style.order) < Number(one.style.order) ? other : one).textContent`

const APP = {
  filters: '.filter-panel',
  search: 'main input[type=search]',
  firstRow: FIRST_LINE,
  sort: (label) => choose('.sort-menu select', label),
  openCompare: '.compare-bar a',
  compared: enough('main table thead th', 'main table tbody td, main table tbody th'),
  outcome: (label) => choose('.compare-picture select', label),
  picture: '.compare-picture figure',
  drawn: `() => document.querySelector('.compare-picture figure')?.textContent`,
}

const PLAIN = {
  filters: '.filters',
  search: 'input.search',
  firstRow: textOf('.list tbody tr:not([hidden])'),
  sort: (label) => choose('select.sort', label),
  openCompare: '.open-compare',
  compared: enough('.compare-table th[scope=col]', '.compare-table tbody td'),
  outcome: (label) => choose('select.outcome', label),
  picture: '.chart[data-outcome]',
  drawn: `() => document.querySelector('.chart')?.dataset.outcome`,
}

/** A menu of Vuetify is opened before the clock starts: what is timed begins with the choice, as in the others. */
const openMenu = (selector) => async (page) => {
  await page.click(`${selector} .v-field`)
  await page.waitForSelector('.v-overlay--active .v-list-item')
  await page.waitForTimeout(400)
}
const menuItem = (label) =>
  `[...document.querySelectorAll('.v-overlay--active .v-list-item')].find((item) => item.textContent.trim() === ${JSON.stringify(label)}).click()`

export const DRIVERS = {
  app: APP,
  vanilla: PLAIN,
  'react-recharts': PLAIN,
  tabulator: {
    ...PLAIN,
    firstRow: textOf('.list .tabulator-row'),
    compared: enough('.compare-table .tabulator-col', '.compare-table .tabulator-cell'),
  },
  'ag-grid': {
    ...PLAIN,
    // A row that fades away keeps its place for a while: the newest of that place counts.
    firstRow: `() => [...document.querySelectorAll('.list .ag-row[row-index="0"]')].at(-1)?.textContent`,
    compared: enough('.compare-table .ag-header-cell', '.compare-table .ag-cell'),
  },
  'vuetify-chartjs': {
    ...PLAIN,
    search: '.search input',
    firstRow: textOf('.list tbody .v-data-table__tr'),
    prepareSort: openMenu('.sort'),
    sort: menuItem,
    prepareOutcome: openMenu('.outcome'),
    outcome: menuItem,
  },
}

/** The acts on the list, in turn; each changes the first row, and the last leaves the list as it was. */
export function actsOnList(driver) {
  const filter = changes(driver.firstRow, tick(driver.filters, 'Procedures'))
  const search = (words) => changes(driver.firstRow, set(driver.search, 'input', JSON.stringify(words)))
  return [
    { name: 'filter', ...filter },
    { name: 'filter', ...filter },
    { name: 'search', ...search('botulinum') },
    { name: 'search', ...search('') },
    ...['Name', 'Group'].map((label) => ({
      name: 'sort',
      prepare: driver.prepareSort,
      ...changes(driver.firstRow, driver.sort(label)),
    })),
  ]
}

export const openCompare = (driver) => ({
  name: 'compare',
  act: `document.querySelector('${driver.openCompare}').click()`,
  done: driver.compared,
})

/** The outcomes of the bars, one after the other. */
export const actsOnCompare = (driver) =>
  ['Pain free without medicine', 'Pain free, with or without medicine'].map((label) => ({
    name: 'outcome',
    prepare: driver.prepareOutcome,
    ...changes(driver.drawn, driver.outcome(label)),
  }))
