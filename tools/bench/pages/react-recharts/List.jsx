import { memo } from 'react'
import { COLUMNS } from '../../shared/evidence.mjs'

/** Remembered, so that a filter draws no row anew that stays. */
const Row = memo(function Row({ row, isTicked, onTick }) {
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          aria-label={`Compare ${row.name}`}
          checked={isTicked}
          onChange={() => onTick(row.id)}
        />
      </td>
      <th scope="row">
        {row.name}
        <div>{row.summary}</div>
      </th>
      {COLUMNS.map(({ key }) => (
        <td key={key}>{row[key]}</td>
      ))}
    </tr>
  )
})

export const List = memo(function List({ rows, ticks, onTick }) {
  return (
    <div className="list">
      <table>
        <thead>
          <tr>
            <th></th>
            <th scope="col">Treatment</th>
            {COLUMNS.map(({ key, label }) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} isTicked={ticks.includes(row.id)} onTick={onTick} />
          ))}
        </tbody>
      </table>
    </div>
  )
})
