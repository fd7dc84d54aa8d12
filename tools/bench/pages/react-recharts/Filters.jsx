import { FACETS, filterChoices, toggled } from '../../shared/evidence.mjs'

export function Filters({ evidence, filters, onChange }) {
  return (
    <aside className="filters" aria-label="Filters">
      {FACETS.map(({ key, label }) => (
        <fieldset key={key}>
          <legend>{label}</legend>
          {filterChoices(evidence, filters, key).map((choice) => (
            <label key={choice.id}>
              <input
                type="checkbox"
                name={key}
                value={choice.id}
                checked={filters[key].includes(choice.id)}
                onChange={() => onChange({ ...filters, [key]: toggled(filters[key], choice.id) })}
              />{' '}
              {choice.label} ({choice.count})
            </label>
          ))}
        </fieldset>
      ))}
    </aside>
  )
}
