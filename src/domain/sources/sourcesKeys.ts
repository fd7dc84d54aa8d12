/** Facets of the library of sources, each a list of ids; nothing chosen means everything. */
export const SOURCE_FACETS = ['type', 'design', 'treatment', 'bias', 'record'] as const
export type SourceFacet = (typeof SOURCE_FACETS)[number]

/** The key of the address under which the library keeps something. */
export const sourcesKey = (name: string) => `source-${name}`

/** All keys of the address that are the library's own, in the order in which they are written. */
export const SOURCES_KEYS = ['search', ...SOURCE_FACETS, 'from', 'to', 'sort'].map(sourcesKey)
