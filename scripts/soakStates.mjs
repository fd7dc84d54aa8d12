/** Random states of the app that a link can carry, the same for the same seed. None needs anything about a patient. */

/** @param {number} seed a whole number @returns {() => number} from 0 up to 1. mulberry32, by T. Ettinger, public domain */
export function randomFrom(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const ids = (rows) => rows.map((row) => row.id)
const PICTURES = ['bars', 'forest', 'curves', 'icons', 'benefit-harm']
const SORTS = ['group', 'name', 'line', 'onset']
const ABOUT = [
  '',
  '/method',
  '/makers',
  '/versions',
  '/standards',
  '/regulatory',
  '/accessibility',
  '/privacy',
  '/security',
  '/licences',
  '/glossary',
]

/**
 * @param {Record<string, readonly Record<string, any>[]>} tables of the data, by their names in code
 * @param {() => number} random
 * @returns {(() => string) & { ofEachPage: () => string[] }} the next address, from its first slash on; or one of each page
 */
export function statesOf(tables, random) {
  const one = (list) => list[Math.floor(random() * list.length)]
  const some = (list, most) => [
    ...new Set(Array.from({ length: 1 + Math.floor(random() * most) }, () => one(list))),
  ]
  const often = (chance) => random() < chance
  const terms = (facet) => ids(tables.terms.filter((term) => term.facet === facet))
  const treatments = ids(tables.treatments.filter((row) => row.selectable === 'yes'))
  const facets = {
    family: terms('family'),
    group: ids(tables.groups),
    line: terms('line'),
    route: terms('route_kind'),
    setting: terms('setting_kind'),
    onset: terms('onset_class'),
    design: ids(tables.armDesigns),
    certainty: ['high', 'moderate', 'low', 'very-low'],
    directness: ['direct', 'indirect'],
    population: ids(tables.populations),
  }
  const address = (path, query) => {
    const written = Object.entries(query)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => `${key}=${[value].flat().map(encodeURIComponent).join(',')}`)
    return written.length > 0 ? `${path}?${written.join('&')}` : path
  }
  const chosen = (most) => ({ treatments: some(treatments, most) })
  const open = (chance) => (often(chance) ? { finding: one(tables.findings).id } : {})

  const pages = [
    [
      5,
      () => {
        const narrowed = some(Object.keys(facets), 2).map((facet) => [facet, some(facets[facet], 2)])
        return address('/', {
          ...(often(0.6) ? Object.fromEntries(narrowed) : {}),
          ...(often(0.4) ? { sort: one(SORTS) } : {}),
          ...(often(0.2) ? { hidden: 'show' } : {}),
          ...(often(0.5) ? chosen(4) : {}),
          ...open(0.15),
        })
      },
    ],
    [
      8,
      () =>
        address('/compare', {
          ...chosen(6),
          picture: one(PICTURES),
          ...(often(0.5) ? { outcome: one(tables.outcomes).id } : {}),
          ...open(0.15),
        }),
    ],
    [1, () => address('/handout', chosen(4))],
    [1, () => address('/matters', chosen(4))],
    [1, () => address('/prepare', chosen(4))],
    [1, () => '/network'],
    [1, () => '/evidence'],
    [1, () => '/sources'],
    [2, () => `/sources/${one(tables.sources).id}`],
    [1, () => '/guidelines'],
    [1, () => '/claims'],
    [1, () => '/condition'],
    [1, () => '/data-check'],
    [1, () => '/changes'],
    [1, () => `/about${one(ABOUT)}`],
  ]
  const lots = pages.flatMap(([weight, make]) => Array.from({ length: weight }, () => make))
  return Object.assign(() => one(lots)(), { ofEachPage: () => pages.map(([, make]) => make()) })
}
