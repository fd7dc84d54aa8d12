import { say } from '@/words/interface/about'

/** The pages about the app and its data, in the order of their menu. The first has no name in the address. */
export const ABOUT_PAGES = [
  { id: '', label: say('intendedUse') },
  { id: 'method', label: say('howTheEvidenceWasMade') },
  { id: 'makers', label: say('whoMadeIt') },
  { id: 'versions', label: say('versionAndReview') },
  { id: 'standards', label: say('selfAssessment') },
  { id: 'regulatory', label: say('regulatoryPosition') },
  { id: 'accessibility', label: say('accessibility') },
  { id: 'privacy', label: say('privacy') },
  { id: 'security', label: say('security') },
  { id: 'licences', label: say('licences') },
  { id: 'glossary', label: say('wordsExplained') },
] as const
export type AboutPageId = (typeof ABOUT_PAGES)[number]['id']

export function aboutPageOf(name: unknown): (typeof ABOUT_PAGES)[number] {
  return ABOUT_PAGES.find(({ id }) => id === name) ?? ABOUT_PAGES[0]
}

/** The page of the app that holds the text of a file of the repository; undefined where none does. */
export function pageOfFile(href: string): AboutPageId | undefined {
  const file = href.split('/').at(-1) ?? ''
  if (file === 'intended-use.md') return ''
  if (file === 'about-texts.csv') return 'method'
  if (file === 'SECURITY.md') return 'security'
  return ABOUT_PAGES.find(({ id }) => id !== '' && file === `${id}.md`)?.id
}
