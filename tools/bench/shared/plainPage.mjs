/**
 * Controls and compare view in plain DOM, for the pages whose library brings only the list: a grid, or nothing.
 * The page hands over how it draws its list, its side-by-side table and its bars.
 */
import {
  barsOf,
  comparison,
  countText,
  FACETS,
  filterChoices,
  loadEvidence,
  markReady,
  NO_FILTERS,
  passes,
  SORTS,
  ticksOfAddress,
  toggled,
} from './evidence.mjs'
import './page.css'

const find = (selector) => document.querySelector(selector)

export function element(name, properties = {}, children = []) {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}

const options = (choices) => choices.map(({ id, label }) => element('option', { value: id }, [label]))

/** Makes the ticks once; later only their counts change. */
function makeFilters(evidence, filters, onChange) {
  const counts = []
  for (const { key, label } of FACETS) {
    const ticks = filterChoices(evidence, filters, key).map((choice) => {
      const count = element('span')
      counts.push({ key, id: choice.id, count })
      const box = element('input', { type: 'checkbox', value: choice.id, name: key })
      box.addEventListener('change', () => onChange(key, choice.id))
      return element('label', {}, [box, ` ${choice.label} `, count])
    })
    find('.filters').append(element('fieldset', {}, [element('legend', {}, [label]), ...ticks]))
  }
  return (now) => {
    const choices = Object.fromEntries(FACETS.map(({ key }) => [key, filterChoices(evidence, now, key)]))
    for (const { key, id, count } of counts)
      count.textContent = `(${choices[key].find((choice) => choice.id === id).count})`
  }
}

/** The compare view; the bars come with a file of their own, asked for at the first tick. */
function makeCompare(evidence, { makeTable, loadChart }) {
  let chart
  let table
  return async function open(ids) {
    const compared = comparison(evidence, ids)
    find('.explore').hidden = true
    find('.compare').hidden = false
    table?.destroy?.()
    find('.compare-table').replaceChildren()
    table = makeTable(find('.compare-table'), compared)
    const menu = find('.outcome')
    menu.replaceChildren(...options(compared.choices))
    const { drawBars, updateBars } = await loadChart()
    const show = () => {
      const row = compared.rows.find(({ id }) => id === menu.value)
      if (!row) return
      const bars = barsOf(compared, row)
      if (chart) updateBars(chart, bars, row.label)
      else chart = drawBars(find('.chart').appendChild(element('canvas')), bars, row.label)
      find('.chart').dataset.outcome = row.id
    }
    menu.onchange = show
    show()
  }
}

/**
 * @param page `makeList(element, evidence, ticks, onTick)` gives `filter(passes)` and `sort(id)`; `makeTable(element,
 * comparison)`; `loadChart()` gives `drawBars` and `updateBars`
 */
export async function startPage({ makeList, makeTable, loadChart }) {
  const evidence = await loadEvidence()
  let filters = NO_FILTERS
  let ticks = ticksOfAddress()
  const openCompare = makeCompare(evidence, { makeTable, loadChart })

  const showTicks = () => {
    find('.open-compare').disabled = ticks.length < 2
    if (ticks.length > 0) void loadChart()
  }
  const list = await makeList(
    find('.list'),
    evidence,
    () => ticks,
    (id) => {
      ticks = toggled(ticks, id)
      showTicks()
    },
  )
  const change = (changed) => {
    filters = { ...filters, ...changed }
    list.filter(filters)
    showCounts(filters)
    showCount()
  }
  const showCount = () => {
    const shown = evidence.rows.filter((row) => passes(row, filters)).length
    find('.count').textContent = countText(shown, evidence.rows.length)
  }
  const showCounts = makeFilters(evidence, filters, (key, id) => change({ [key]: toggled(filters[key], id) }))
  showCounts(filters)
  showCount()
  showTicks()
  find('.sort').append(...options(SORTS))
  find('.sort').addEventListener('change', ({ target }) => list.sort(target.value))
  find('.search').addEventListener('input', ({ target }) => change({ search: target.value }))
  find('.open-compare').addEventListener('click', () => openCompare(ticks))
  find('.back').addEventListener('click', () => {
    find('.compare').hidden = true
    find('.explore').hidden = false
  })
  markReady()
}
