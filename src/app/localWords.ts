import type { LocalData } from '@/stores/evidence'

/** "findings.csv", "a.csv and b.csv", "a.csv, b.csv and 3 more". */
function listed(files: readonly string[]): string {
  if (files.length <= 2) return files.join(' and ')
  return `${files.slice(0, 2).join(', ')} and ${files.length - 2} more`
}

/**
 * What every page says while other data are shown.
 *
 * @param version of the data, as their description gives it
 */
export function localWords({ name, replaced, found }: LocalData, version: string | undefined) {
  const versioned = version === undefined ? 'version not stated' : `version ${version}`
  return {
    title: 'Local data, this tab only.',
    what:
      replaced.length === 0
        ? `${name}, ${versioned}.`
        : `${listed(replaced)} in place of the shipped ${replaced.length === 1 ? 'table' : 'tables'}; all else is shipped.`,
    kept: 'Nothing was uploaded or stored.',
    found:
      found === undefined
        ? 'Run the data check'
        : found === 0
          ? 'No problems found'
          : `${found} ${found === 1 ? 'problem' : 'problems'} found`,
  }
}
