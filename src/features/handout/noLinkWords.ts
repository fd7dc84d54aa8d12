import type { NoLink } from '@/domain/handout/handoutLink'
import { say } from '@/words/interface/handout'

const WORDS: Readonly<Record<NoLink, string>> = {
  'not-set': say('noLinkNoAddress'),
  'not-web': say('noLinkNoWebAddress'),
  'local-data': say('noLinkLocalData'),
  'only-here': say('noLinkOnlyHere'),
}

/** Why no link stands on the page; empty for an address. */
export function noLinkWords(link: string): string {
  return link in WORDS ? WORDS[link as NoLink] : ''
}
