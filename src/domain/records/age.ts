/** Whole years of age; undefined where the record does not settle them. */
export type Age = number | undefined

const BIRTH = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/**
 * The age on a day, from a FHIR birth date.
 *
 * @param birthDate `1950`, `1950-07` or `1950-07-21`
 * @param today year, month and day, such as `2026-11-23`
 * @returns whole years; undefined where the date is of another form, lies ahead, or is too coarse to settle the age
 *   (a year alone leaves two ages open)
 */
export function ageOn(birthDate: unknown, today: string): Age {
  const born = typeof birthDate === 'string' ? BIRTH.exec(birthDate) : null
  const now = BIRTH.exec(today)
  if (!born || !now) return undefined
  const [, year = '', month, day] = born
  const [, thisYear = '', thisMonth = '', thisDay = ''] = now
  if (month === undefined || (day === undefined && month === thisMonth)) return undefined
  const hadBirthday = `${month}-${day ?? '00'}` <= `${thisMonth}-${thisDay}`
  const age = Number(thisYear) - Number(year) - (hadBirthday ? 0 : 1)
  return age >= 0 && age <= 120 ? age : undefined
}
