/**
 * A source that prints `0.80` says more than one that prints `0.8`. As numbers both are 0.8, so the text of
 * the cell is kept beside the row wherever the number alone would not give it back.
 */
const texts = new WeakMap<object, Map<string, string>>()

/** Keeps the text of a cell. Called once, while a row is read. */
export function keepRecordedText(row: object, property: string, text: string): void {
  const kept = texts.get(row)
  if (kept) kept.set(property, text)
  else texts.set(row, new Map([[property, text]]))
}

/**
 * The number of a cell as its source prints it, trailing zeros and all.
 *
 * @param row a row as it was loaded, not a copy of it
 * @param property such as `value` or `ciLow`
 * @returns undefined where the cell is empty
 */
export function recordedText<Row extends object>(row: Row, property: keyof Row & string): string | undefined {
  const value = row[property]
  return texts.get(row)?.get(property) ?? (typeof value === 'number' ? String(value) : undefined)
}

/** Lets a changed copy of a row answer as the row itself did. */
export function passOnRecordedTexts(from: object, to: object): void {
  const kept = texts.get(from)
  if (kept) texts.set(to, kept)
}
