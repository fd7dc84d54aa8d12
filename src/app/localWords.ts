import type { LocalData } from '@/stores/evidence'
import { say } from '@/words/interface/app'

/** "findings.csv", "a.csv and b.csv", "a.csv, b.csv and 3 more". */
function listed(files: readonly string[]): string {
  const [one = '', other] = files
  if (other === undefined) return one
  if (files.length === 2) return say('oneAndOther', { one, other })
  return say('andMoreListFiles', { list: files.slice(0, 2).join(', '), files: files.length - 2 })
}

/**
 * What every page says while other data are shown.
 *
 * @param version of the data, as their description gives it
 */
export function localWords({ name, replaced, found }: LocalData, version: string | undefined) {
  const versioned = version === undefined ? say('versionNotStated') : say('version', { version })
  return {
    title: say('localDataThisTabOnly'),
    what:
      replaced.length === 0
        ? `${name}, ${versioned}.`
        : say('inPlaceOfTheShipped', { tables: listed(replaced), count: replaced.length }),
    kept: say('nothingWasUploadedOrStored'),
    found:
      found === undefined
        ? say('runTheDataCheck')
        : found === 0
          ? say('noProblemsFound')
          : say('countProblemsFound', { found }),
  }
}
