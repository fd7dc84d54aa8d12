import type { Page } from 'playwright-core'
import type { Evidence } from '@/domain/evidence'

/**
 * Looking for orphans: numbers on screen that do not open their source in one step.
 *
 * What counts as a number of the evidence: every text with a digit inside `main` or an open dialog, except
 * - what the app counts or numbers itself: inside `data-own-count`, a live region, a menu, a legend of filters, a
 *   count beside a filter or a folded part, the foot of a printed page; how many rows a picture leaves out; the title
 *   of a picture, which says what is counted ("of 100 people"), and the words of the mark under the pointer, which
 *   itself opens;
 * - names of the data that hold a digit, such as an outcome "at 1 year" or a definition "at least 50% less pain";
 * - a patient's screen and its previews: nothing can be opened on it; the clinician's window beside it has each number
 *   with its source;
 * - years of documents (1900 to 2099), dates of the data, addresses and ids.
 *
 * What counts as opening the source in one step: the number is inside, or in the same unit as, a control that opens
 * the drawer, a link to the source's own page, a link to the document, or a fold that names the sources. A unit is
 * the smallest of a cell, a list entry, a row of a description list, a picture with its table, a marked part
 * (`data-source-scope`), or, outside Compare, a row of a table. In the drawer of a number and on the page of a source
 * the source itself is on screen: the unit is the whole of it. In the table of a picture, a row made of the rows beside
 * it (a pooled number, the start of a series) stands directly next to the rows that open its sources. A number whose
 * source the data do not name says so (`data-no-source`).
 * Paper opens nothing: on the page to take home each number carries the number of a note on the same page that names
 * its source, and the note for the record names sources in its own text.
 */
export interface Scan {
  readonly checked: number
  /** Text, and where it stands: enough to find the component. */
  readonly orphans: readonly string[]
}

const RULES = {
  own: '.patient-screen, .halves > .form, .previews .small, .set-list, .patient-questions summary, .patient-panel > .small, .handout-sheet .lead, [data-own-count], [role=status], [role=tooltip], select, option, legend, nav, code, cite, .print-foot, .count, .hint, .disclosure > summary .hint, .lazy-disclosure > summary, .chip, .chart-figure > figcaption > h3, .chart-figure > .pointed',
  ownText: String.raw`^\d+ more rows? may not stand beside others`,
  opener: [
    'button[aria-haspopup=dialog]',
    'a[href*="finding="]',
    'a[href*="/sources/"]',
    'a[target=_blank][href^=http]',
    '.source-list li',
    '.handout-sheet sup',
    '[data-no-source]',
  ].join(','),
  unit: 'td, th, li, figure, dl > div, [role=cell], [role=rowheader], [data-source-scope]',
  source:
    'dialog:has(.source-citation), .source-page:has(.source-citation), .handout-sheet .notes, .note-for-record',
}
export type Rules = typeof RULES

/** Names of the data with a digit in them: they are words, not results. The longest first. */
export function namesWithDigits(evidence: Evidence): readonly string[] {
  const labelled = [
    ...evidence.outcomes,
    ...evidence.definitions,
    ...evidence.denominators,
    ...evidence.populations,
    ...evidence.terms,
  ]
  const names = [
    ...evidence.treatments.flatMap((row) => [row.name, row.shortName, row.plainName]),
    ...labelled.flatMap((row) => [row.label, row.plainLabel]),
    ...evidence.recommendations.map((row) => row.guidelineName),
    ...evidence.sources.map((row) => row.title),
    ...evidence.factors.map((row) => row.label),
    ...evidence.glossary.flatMap((row) => [row.term, row.plainDefinition]),
  ]
  return [...new Set(names)]
    .filter((name): name is string => name !== undefined && /\d/.test(name))
    .sort((a, b) => b.length - a.length)
}

/** What a walk goes through: addresses of the app, and how each is looked at. */
export interface Walk {
  readonly addresses: readonly string[]
  /** Only what is inside is looked at, in place of `main` and what is open over it. */
  readonly within?: string
  /** Text that the page or dialog holds once the address stands, by address; else it stands when nothing changes. */
  readonly standsWith?: Readonly<Record<string, { readonly selector: string; readonly text: string }>>
  /** Milliseconds without a change after which an address stands. */
  readonly quiet?: number
  /** Folds stay as they are. */
  readonly folded?: boolean
}

export interface Walked {
  readonly checked: number
  /** With the address where each was seen first. */
  readonly orphans: readonly string[]
}

/** Runs in the page. Nothing from outside may be used but its arguments. */
function scanPage({ rules, names, roots }: { rules: Rules; names: readonly string[]; roots: string }): Scan {
  const escaped = names.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const noNumbers = new RegExp(
    [...escaped, String.raw`https?:\S+|10\.\d{4,}/\S+|\b(?:19|20)\d{2}(?:-\d{2}-\d{2})?\b`].join('|'),
    'g',
  )
  const known = ((globalThis as { textsWithNumbers?: Map<string, boolean> }).textsWithNumbers ??= new Map())
  const holdsNumber = (text: string) => {
    const held = known.get(text) ?? /\d/.test(text.replaceAll(noNumbers, ' '))
    known.set(text, held)
    return held
  }
  const opens = (element: Element) =>
    element.matches(rules.opener) || element.querySelector(rules.opener) !== null
  const places = (element: Element) =>
    element.tagName.toLowerCase() + [...element.classList].map((name) => `.${name}`).join('')

  const headOf = (row: Element) =>
    (row.querySelector('th')?.textContent ?? '').trim().replace(/, pooled$/, '')
  const isMadeOf = (row: Element, other: Element | null) =>
    other !== null && headOf(row) === headOf(other) && opens(other)

  function isOpened(element: Element): boolean {
    if (element.closest(rules.opener) || element.closest(rules.source)) return true
    const unit = element.closest(rules.unit)
    if (unit === null) return false
    if (opens(unit)) return true
    const row = unit.closest('.twin tr')
    if (row && [row.previousElementSibling, row.nextElementSibling].some((other) => isMadeOf(row, other)))
      return true
    const outer = unit.parentElement?.closest(
      unit.matches('td, th') && !unit.closest('.compare-table') ? 'tr' : 'figure, li, [data-source-scope]',
    )
    return outer !== null && outer !== undefined && opens(outer)
  }

  let checked = 0
  const orphans: string[] = []
  for (const root of document.querySelectorAll(roots)) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent ?? ''
      const element = node.parentElement
      if (!element || !/\d/.test(text) || !holdsNumber(text) || element.closest(rules.own)) continue
      if (new RegExp(rules.ownText).test(text)) continue
      checked += 1
      if (isOpened(element)) continue
      const path: string[] = []
      for (let at: Element | null = element; at && at !== root && path.length < 5; at = at.parentElement)
        path.unshift(places(at))
      orphans.push(`${text.replaceAll(/\s+/g, ' ').trim().slice(0, 120)}   <- ${path.join(' > ')}`)
    }
  }
  return { checked, orphans }
}

/** Opens every fold and everything that says it can be expanded. Runs in the page. */
async function unfoldPage(): Promise<boolean> {
  const painted = () => new Promise((resolve) => setTimeout(resolve))
  for (let round = 0; round < 6; round += 1) {
    const folds = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')]
    const buttons = [
      ...document.querySelectorAll<HTMLElement>('main button[aria-expanded=false]:not([aria-haspopup])'),
    ]
    if (folds.length + buttons.length === 0) return round > 0
    for (const fold of folds) fold.open = true
    for (const button of buttons) button.click()
    await painted()
    await painted()
  }
  return true
}

/** Resolves when nothing has changed for a moment and nothing says that it is loading. Runs in the page. */
function settlePage(quiet: number): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    const start = performance.now()
    let quietSince = start
    const observer = new MutationObserver(() => (quietSince = performance.now()))
    observer.observe(document.body, { childList: true, subtree: true, characterData: true })
    const look = () => {
      const now = performance.now()
      const isLoading =
        /\bLoading\b/.test(document.querySelector('main')?.textContent ?? '') ||
        document.querySelector('main h1') === null ||
        // A large picture is drawn in two steps; its table comes with the second.
        document.querySelector('main .chart-figure:not(:has(.twin))') !== null
      if (now - start > 15_000) {
        observer.disconnect()
        reject(new Error(`${location.href} does not come to rest`))
      } else if (!isLoading && now - quietSince > quiet) {
        observer.disconnect()
        resolve()
      } else setTimeout(look, Math.min(15, quiet / 2))
    }
    look()
  })
}

/** Resolves when an element holds a text. Runs in the page. */
async function waitForText({ selector, text }: { selector: string; text: string }): Promise<void> {
  for (const end = performance.now() + 15_000; performance.now() < end;) {
    if ([...document.querySelectorAll(selector)].some((element) => element.textContent?.includes(text)))
      return
    await new Promise((resolve) => setTimeout(resolve))
  }
  throw new Error(`${location.href} does not show ${text}`)
}

/** Goes to another address without loading the app anew, as a link in it would. Runs in the page. */
function goInPage(to: string): void {
  history.pushState(null, '', to)
  dispatchEvent(new PopStateEvent('popstate', { state: null }))
}

/** Runs in the page, beside the functions above. */
async function walkPage({ walk, rules, names }: { walk: Walk; rules: Rules; names: readonly string[] }) {
  const roots = walk.within ?? 'main, dialog[open]'
  const orphans = new Map<string, string>()
  let checked = 0
  for (const address of walk.addresses) {
    goInPage(address)
    const sign = walk.standsWith?.[address]
    await (sign ? waitForText(sign) : settlePage(walk.quiet ?? 50))
    if (!walk.folded && (await unfoldPage())) await settlePage(walk.quiet ?? 50)
    const scan = scanPage({ rules, names, roots })
    checked += scan.checked
    for (const orphan of scan.orphans) if (!orphans.has(orphan)) orphans.set(orphan, address)
  }
  return { checked, orphans: [...orphans].map(([orphan, address]) => `${orphan}   at ${address}`) }
}

/**
 * Goes through addresses in the page itself, as links in it would, and looks for orphans in each: hundreds of
 * addresses in one call.
 *
 * @param names names of the data that hold digits, the longest first
 */
export async function walkAddresses(page: Page, walk: Walk, names: readonly string[]): Promise<Walked> {
  const parts = [scanPage, unfoldPage, settlePage, waitForText, goInPage, walkPage].map(String).join('\n')
  const given = JSON.stringify({ walk, rules: RULES, names })
  return page.evaluate<Walked>(`(() => { ${parts}\nreturn walkPage(${given}) })()`)
}

/** What is on screen now. `names`: names of the data that hold digits, the longest first. */
export async function findOrphans(page: Page, names: readonly string[]): Promise<Scan> {
  return page.evaluate(scanPage, { rules: RULES, names, roots: 'main, dialog[open]' })
}

/** @returns whether there was anything to open */
export async function unfold(page: Page): Promise<boolean> {
  return page.evaluate(unfoldPage)
}

/** Goes to another address without loading the app anew, and waits until it stands. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.evaluate(goInPage, address)
  await settled(page)
}

export async function settled(page: Page): Promise<void> {
  await page.evaluate(settlePage, 50)
}
