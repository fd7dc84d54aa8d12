/** The form in which a folder describes itself: a file edited by hand may hold anything. */

const isWritten = (value: unknown) => typeof value === 'string'
const isText = (value: unknown) => value === undefined || isWritten(value)
const isListOf = (value: unknown, isOne: (one: unknown) => boolean): value is readonly unknown[] =>
  Array.isArray(value) && value.every(isOne)

/** An object whose named properties are texts or absent; others are not read. */
const withTexts = (names: readonly string[]) => (value: unknown) =>
  typeof value === 'object' &&
  value !== null &&
  names.every((name) => isText((value as Readonly<Record<string, unknown>>)[name]))

/** Whether the licences of a folder are told, at least one. @see https://datapackage.org/standard/data-package/#licenses */
export function isListOfLicences(value: unknown): boolean {
  return isListOf(value, withTexts(['name', 'path', 'title'])) && value.length > 0
}

/** What a folder need not say, each with the form in which it says it. */
const FORMS: Readonly<Record<string, (value: unknown) => boolean>> = {
  description: isText,
  nextReview: isText,
  keywords: (value) => isListOf(value, isWritten),
  sources: (value) => isListOf(value, withTexts(['title', 'path'])),
  contributors: (value) =>
    isListOf(value, (one) => {
      if (!withTexts(['title'])(one)) return false
      const { roles = [] } = one as { roles?: unknown }
      return isListOf(roles, isWritten)
    }),
}

/**
 * @param known the content of datapackage.json
 * @returns names of properties that are there in another form than a Data Package gives them, and cannot be read
 */
export function misshapenProperties(known: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(FORMS)
    .filter(([property, isRight]) => known[property] !== undefined && !isRight(known[property]))
    .map(([property]) => property)
}
