import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import {
  countText,
  loadEvidence,
  markReady,
  NO_FILTERS,
  passes,
  SORTS,
  sortRows,
  ticksOfAddress,
  toggled,
} from '../../shared/evidence.mjs'
import { Filters } from './Filters.jsx'
import { List } from './List.jsx'

const loadCompare = () => import('./Compare.jsx')
const Compare = lazy(loadCompare)

export function App() {
  const [evidence, setEvidence] = useState()
  useEffect(() => void loadEvidence().then(setEvidence), [])
  return (
    <>
      <header>Treatments, with React and Recharts</header>
      <main>
        <h1>All treatments in one list</h1>
        {evidence ? <Explore evidence={evidence} /> : <p>Loading</p>}
      </main>
    </>
  )
}

function Explore({ evidence }) {
  const [filters, setFilters] = useState(NO_FILTERS)
  const [sort, setSort] = useState('group')
  const [ticks, setTicks] = useState(ticksOfAddress)
  const [isComparing, setComparing] = useState(false)
  const sorted = useMemo(() => sortRows(evidence.rows, sort), [evidence, sort])
  const shown = useMemo(() => sorted.filter((row) => passes(row, filters)), [sorted, filters])
  const onTick = useCallback((id) => setTicks((ids) => toggled(ids, id)), [])
  useEffect(markReady, [])
  // The bars come with a file of their own, asked for at the first tick.
  useEffect(() => void (ticks.length > 0 && loadCompare()), [ticks])

  if (isComparing)
    return (
      <Suspense fallback={<p>Loading</p>}>
        <Compare evidence={evidence} ids={ticks} onBack={() => setComparing(false)} />
      </Suspense>
    )
  return (
    <div className="explore">
      <Filters evidence={evidence} filters={filters} onChange={setFilters} />
      <div>
        <div className="tools">
          <label>
            Search{' '}
            <input
              type="search"
              className="search"
              value={filters.search}
              onChange={({ target }) => setFilters({ ...filters, search: target.value })}
            />
          </label>
          <label>
            Sort by{' '}
            <select className="sort" value={sort} onChange={({ target }) => setSort(target.value)}>
              {SORTS.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <strong className="count">{countText(shown.length, evidence.rows.length)}</strong>
          <button
            type="button"
            className="open-compare"
            disabled={ticks.length < 2}
            onClick={() => setComparing(true)}
          >
            Compare
          </button>
        </div>
        <List rows={shown} ticks={ticks} onTick={onTick} />
      </div>
    </div>
  )
}
