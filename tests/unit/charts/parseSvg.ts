/*
 * A small reader of XML for tests of exported pictures: strict about what it knows, and it knows what we write.
 */

const TOKEN = /<\?[^>]*\?>|<\/([\w:-]+)>|<([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|[^<]+/y

function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}

interface Content {
  readonly element: string
  readonly text: string
}

/** @throws Error with the place where the text stops being well-formed */
function readXml(xml: string): readonly Content[] {
  const open: string[] = []
  const contents: Content[] = []
  const token = new RegExp(TOKEN)
  let place = 0
  while (place < xml.length) {
    token.lastIndex = place
    const match = token.exec(xml)
    if (!match) throw new Error(`not well-formed at ${place}: ${xml.slice(place, place + 60)}`)
    const [whole, closed, opened, attributes = '', empty] = match
    if (closed !== undefined && open.pop() !== closed) throw new Error(`</${closed}> closes nothing`)
    if (opened !== undefined) {
      const names = [...attributes.matchAll(/([\w:-]+)="/g)].map(([, name]) => name)
      if (new Set(names).size !== names.length) throw new Error(`an attribute stands twice in ${whole}`)
      if (empty === '') open.push(opened)
    }
    const bare = whole.replace(/&(lt|gt|quot|amp|#39);/g, '')
    if (bare.includes('&')) throw new Error(`a bare & in ${whole}`)
    if (!whole.startsWith('<') && whole.trim() !== '')
      contents.push({ element: open.at(-1) ?? '', text: unescape(whole) })
    place += whole.length
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)}> is never closed`)
  return contents
}

/** What is wrong with it; undefined when it is well-formed. */
export function faultOfXml(xml: string): string | undefined {
  try {
    readXml(xml)
    return undefined
  } catch (error) {
    return String(error)
  }
}

/** The words of an exported picture. */
export function parseSvg(xml: string) {
  const contents = readXml(xml)
  const of = (element: string) => contents.filter((row) => row.element === element).map((row) => row.text)
  return { title: of('title')[0], description: of('desc')[0], texts: of('text') }
}
