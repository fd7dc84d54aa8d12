import { useMemo, useState } from 'react'
import { Bar, BarChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { barsOf, comparison } from '../../shared/evidence.mjs'

export default function Compare({ evidence, ids, onBack }) {
  const compared = useMemo(() => comparison(evidence, ids), [evidence, ids])
  const { columns, rows, choices } = compared
  const [outcome, setOutcome] = useState(choices[0]?.id)
  const row = rows.find(({ id }) => id === outcome)
  const bars = useMemo(() => (row ? barsOf(compared, row) : []), [compared, row])
  return (
    <section className="compare">
      <div className="tools">
        <button type="button" className="back" onClick={onBack}>
          Back to the list
        </button>
        <label>
          Outcome{' '}
          <select className="outcome" value={outcome} onChange={({ target }) => setOutcome(target.value)}>
            {choices.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className="chart" data-outcome={outcome}>
        <ResponsiveContainer>
          <BarChart data={bars} layout="vertical">
            <XAxis type="number" domain={[0, 100]} unit=" %" />
            <YAxis type="category" dataKey="name" width={180} />
            <Tooltip />
            <Bar dataKey="value" name={row?.label} fill="#3b6ea5" />
          </BarChart>
        </ResponsiveContainer>
      </div>
      <div className="compare-table">
        <table>
          <thead>
            <tr>
              <th scope="col">Outcome</th>
              {columns.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, label, cells }) => (
              <tr key={id}>
                <th scope="row">{label}</th>
                {cells.map((cell, index) => (
                  <td key={columns[index].id}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
