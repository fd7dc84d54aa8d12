import type { Problem } from '@/domain/problem'
import { fileProblem } from './fault'

export interface DecodedFile {
  /** The text with `\n` at the end of every line; undefined when the file cannot be read as text. */
  readonly text?: string
  readonly problem?: Problem
}

/**
 * Bytes to text. A byte order mark and the line ends of Windows (`\r\n`, also inside quoted cells) are read as if
 * they were not there. Bytes that are not UTF-8 are refused, never guessed at: a guess can change a clinical word.
 */
export function decodeFile(file: string, bytes: Uint8Array): DecodedFile {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { problem: encodingProblem(file, bytes) }
  }
  const unreadable = (message: string, mending: string): DecodedFile => ({
    problem: fileProblem('file/unreadable', file, message, mending),
  })

  if (text.trim() === '')
    return unreadable('The file is empty.', 'Put the table back, its header line included.')
  if (/^\s*<(!doctype|html|\?xml)/i.test(text))
    return unreadable(
      'A web page came in place of the table; servers do so when a file is not there.',
      `Put ${file} into the data folder and make sure that its address answers with the file itself.`,
    )
  if (text.includes('\0\0') || (text.includes('\0') && /^.?\0/.test(text)))
    return { problem: encodingProblem(file, bytes) }
  return { text: text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text }
}

const SAVE_AS_UTF8 = 'Save the file again as UTF-8 (in Excel: Save As, "CSV UTF-8").'

function encodingProblem(file: string, bytes: Uint8Array): Problem {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (isUtf16 || bytes.subarray(0, 2000).includes(0)) {
    const message = 'The file is not UTF-8; it looks like UTF-16. It was not read.'
    return fileProblem('file/encoding', file, message, SAVE_AS_UTF8)
  }
  const { line, shown } = firstBadLine(bytes)
  const message = `Line ${line} holds a character that is not UTF-8 (near "${shown}"). The file was not read.`
  return { ...fileProblem('file/encoding', file, message, SAVE_AS_UTF8), line }
}

/** The first line that is not UTF-8, and the words around the spot, the bad bytes shown as U+FFFD. */
function firstBadLine(bytes: Uint8Array): { line: number; shown: string } {
  let line = 1
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start)
    const lineBytes = bytes.subarray(start, end === -1 ? bytes.length : end)
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(lineBytes)
    } catch {
      const text = new TextDecoder().decode(lineBytes)
      const at = Math.max(0, text.indexOf('\ufffd'))
      return { line, shown: text.slice(Math.max(0, at - 15), at + 15).trim() }
    }
    start = end === -1 ? bytes.length : end + 1
  }
  return { line: 1, shown: '' }
}
