import type { NoLink } from '@/domain/handout/handoutLink'

const WORDS: Readonly<Record<NoLink, string>> = {
  'not-set': 'No link and no QR code: no public address of this app is set under Settings.',
  'not-web': 'No link and no QR code: the public address under Settings is no web address (http or https).',
  'local-data':
    'No link and no QR code: the data on this page are in this tab only, and a link would lead to others.',
  'only-here':
    'No link and no QR code: the public address under Settings can be opened on this machine only.',
}

/** Why no link stands on the page; empty for an address. */
export function noLinkWords(link: string): string {
  return link in WORDS ? WORDS[link as NoLink] : ''
}
