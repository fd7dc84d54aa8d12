/** A stretch of a line. */
export type Inline =
  | { readonly kind: 'text' | 'strong' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly words: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }

const MARKED = /\*\*(?<strong>[^*]+)\*\*|`(?<code>[^`]+)`|\[(?<text>[^\]]+)\]\((?<href>[^)\s]+)\)/g

export function readInline(line: string): readonly Inline[] {
  const parts: Inline[] = []
  let end = 0
  for (const match of line.matchAll(MARKED)) {
    const { strong, code, text, href } = match.groups ?? {}
    if (match.index > end) parts.push({ kind: 'text', text: line.slice(end, match.index) })
    if (strong !== undefined) parts.push({ kind: 'strong', text: strong })
    else if (code !== undefined) parts.push({ kind: 'code', text: code })
    else if (text !== undefined && href !== undefined) parts.push({ kind: 'link', text, href })
    end = match.index + match[0].length
  }
  if (end < line.length) parts.push({ kind: 'text', text: line.slice(end) })
  return parts
}

/** Lines that go on from the one before are joined to it. */
function joined(lines: readonly string[], startsItem: RegExp): readonly string[] {
  const items: string[] = []
  for (const line of lines) {
    if (startsItem.test(line) || items.length === 0) items.push(line.replace(startsItem, ''))
    else items.push(`${items.pop() ?? ''} ${line.trim()}`)
  }
  return items
}

function readBlock(text: string): Block {
  const heading = /^(#{1,6}) (.*)$/.exec(text)
  if (heading) return { kind: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' }
  const lines = text.split('\n')
  const start = /^(?:- |\d+\. )/.exec(text)?.[0]
  if (start === undefined) return { kind: 'paragraph', words: readInline(lines.join(' ')) }
  const ordered = start !== '- '
  const items = joined(lines, ordered ? /^\d+\. / : /^- /)
  return { kind: 'list', ordered, items: items.map(readInline) }
}

/**
 * Reads the part of Markdown in which the documents of this project are written: headings, paragraphs, flat lists,
 * bold, code and links. So a document in docs/ and the page in the app are one text.
 */
export function readDocument(markdown: string): readonly Block[] {
  return markdown
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/)
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map(readBlock)
}
