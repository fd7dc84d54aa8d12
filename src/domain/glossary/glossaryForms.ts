/** One way in which a text may write a term of the glossary. */
export interface GlossaryForm {
  readonly words: string
  /** Abbreviations are found as they are written: "ACT" is not "act". */
  readonly exactCase: boolean
}

/** "number needed to treat (NNT)" is its name and what stands in brackets behind it. */
const BRACKETED = /^(.*?)\s*\(([^)]*)\)$/

/** Two capitals, or a capital and a digit: "NNT", "I2", "MVD". */
const isAbbreviation = (words: string) => /^[A-Za-z\d-]+$/.test(words) && /[A-Z].*[A-Z\d]/.test(words)

/** One of several names of an entry that is too short to be looked for in a text: "mean" is mostly a verb. */
const SHORT_WORD = /^[a-z]{1,4}$/

function form(words: string): GlossaryForm {
  return { words, exactCase: isAbbreviation(words) }
}

/**
 * Two terms in one entry are joined by "and": single words ("mean and median"), or the first has its bracket
 * ("Stevens-Johnson syndrome (SJS) and ..."). Other names only contain the word ("ABC type 1 and type 2").
 */
function splitJoined(term: string): readonly string[] {
  const parts = term.split(' and ')
  const [first = '', second = ''] = parts
  const isJoined = parts.length === 2 && (first.endsWith(')') || (!/\s/.test(first) && !/\s/.test(second)))
  return isJoined ? parts : [term]
}

/**
 * The ways in which a term may be written in a text: without its bracket, and each part of the bracket by itself.
 * What in a bracket starts with a digit ("95 percent") specifies the term and names nothing.
 */
export function glossaryForms(term: string): readonly GlossaryForm[] {
  return splitJoined(term.trim())
    .flatMap((part) => {
      const [, name = part, inside = ''] = BRACKETED.exec(part) ?? []
      const others = inside
        .split(',')
        .map((words) => words.trim())
        .filter((words) => words !== '' && !/^\d/.test(words))
      return [name, ...others].map(form)
    })
    .filter(({ words }, _, forms) => forms.length === 1 || !SHORT_WORD.test(words))
}
