import { compileMessage } from '@lingui/message-utils/compileMessage'

/**
 * Writes one message of the interface (ICU message format, English) as code: what the message library would print,
 * without the library.
 */

const ESCAPES = { '\\': '\\\\', '`': '\\`', $: '\\$', '"': '\\x22', "'": "\\'", '\n': '\\n' }
const escaped = (text) => text.replace(/[\\`$"'\n]/g, (sign) => ESCAPES[sign])

const HTML = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** @param {string} text @returns {string} the text as a template holds it, between tags or in double quotes */
export const asMarkup = (text) => text.replace(/[&<>"]/g, (sign) => HTML[sign])

/** English has one form for one and another for all the rest. */
function pluralCode([name, , forms], values, message) {
  const { one, other, offset, ...more } = forms
  if (!one || !other || offset || Object.keys(more).length > 0) {
    throw new Error(`"${message}": a plural of the interface has the forms "one" and "other", and no more.`)
  }
  const count = values[name]
  const form = (pieces) => codeOf(pieces, { ...values, '#': `(${count}).toLocaleString('en')` }, message)
  return `(${count}) === 1 ? ${form(one)} : ${form(other)}`
}

function pieceCode(piece, values, message) {
  if (piece === '#' && values['#']) return values['#']
  if (typeof piece === 'string') return undefined
  if (piece.length === 1) return values[piece[0]]
  if (piece[1] === 'plural') return pluralCode(piece, values, message)
  throw new Error(`"${message}": the interface has places and plurals, not "${piece[1]}".`)
}

/** A text without places stands in quotes; any other is a template of JavaScript. */
function codeOf(pieces, values, message) {
  const codes = pieces.map((piece) => pieceCode(piece, values, message))
  if (codes.every((code) => code === undefined)) return `'${escaped(pieces.join(''))}'`
  return `\`${pieces.map((piece, place) => (codes[place] === undefined ? escaped(piece) : `\${${codes[place]}}`)).join('')}\``
}

const piecesOf = (message) => {
  const compiled = compileMessage(message)
  return typeof compiled === 'string' ? [compiled] : compiled
}

const namesIn = (pieces) =>
  pieces.flatMap((piece) => {
    if (!Array.isArray(piece)) return []
    const forms = Object.values(piece[2] ?? {}).filter(Array.isArray)
    return [piece[0], ...forms.flatMap(namesIn)]
  })

/** @returns {readonly string[]} the names of the values that a message asks for, each once */
export const placesOf = (message) => [...new Set(namesIn(piecesOf(message)))]

/** Each place of the message has its value, and each value its place. */
function checkValues(message, values) {
  const asked = placesOf(message)
  const missing = asked.filter((name) => !(name in values))
  const unused = Object.keys(values).filter((name) => !asked.includes(name))
  if (missing.length > 0) throw new Error(`"${message}" has no value for ${missing.join(', ')}.`)
  if (unused.length > 0) throw new Error(`"${message}" has no place for ${unused.join(', ')}.`)
}

/**
 * @param {string} message
 * @param {Readonly<Record<string, string>>} values the code of each value
 * @returns {string} an expression of JavaScript without double quotes of its own, so that an attribute can hold it
 * @throws Error when a place has no value or a value no place
 */
export function messageExpression(message, values = {}) {
  const pieces = piecesOf(message)
  checkValues(message, values)
  const code = codeOf(pieces, values, message)
  return code.startsWith("'") ? code : `(${code})`
}

/** @returns {string | undefined} the text of a message without places */
export function plainText(message) {
  const pieces = piecesOf(message)
  return pieces.every((piece) => typeof piece === 'string') ? pieces.join('') : undefined
}

/**
 * @param {string} message
 * @param {Readonly<Record<string, string>>} values the code of each value
 * @returns {string} what stands between two tags of a template
 * @throws Error when a place has no value or a value no place
 */
export function messageMarkup(message, values = {}) {
  const pieces = piecesOf(message)
  checkValues(message, values)
  return pieces
    .map((piece) => {
      const code = pieceCode(piece, values, message)
      return code === undefined ? asMarkup(piece) : `{{ ${code} }}`
    })
    .join('')
}
