import { hit, type Rule } from './rule'

/** A verdict on a claim that names no source. */
const claimSources: Rule = {
  id: 'claim/sources',
  severity: 'warning',
  reads: ['claims'],
  check: ({ claims }) =>
    claims
      .filter((row) => row.sources.length === 0)
      .map((row) =>
        hit('claims', row, 'sources', 'The verdict on the claim rests on no source.', 'Name the sources.'),
      ),
}

export const CLAIM_RULES = [claimSources]
