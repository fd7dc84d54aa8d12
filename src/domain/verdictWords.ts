import type { Chain } from './comparability/islands'
import type { LevelCounts } from './comparability/summary'
import type { Level, LevelVerdict, NoVerdict, Verdict } from './comparability/verdict'
import { PHRASES } from './phrases'
import { REASON_WORDS, type Audience, type Words } from './verdictLexicon'

export interface Telling {
  readonly audience: Audience
  /** The name of a treatment by its id, as this audience knows it. */
  readonly names: (treatment: string) => string
}

/** Said where rows that reach the same level favour different treatments; the rows open with it. */
export const DIRECTIONS_DIFFER: Words = {
  clinician: 'The studies point in different directions.',
  patient: 'The studies do not agree on which one does better.',
}

function headToHead(verdict: LevelVerdict, { audience, names }: Telling): string {
  const [one, other] = verdict.treatments.map(names)
  const randomised = verdict.quality === 'randomised'
  const printed = verdict.rows[0]?.treatment
  const side = !verdict.oneSidePrinted || printed === undefined ? '' : names(printed)
  if (audience === 'clinician')
    return [
      `${one} and ${other} were compared directly: `,
      randomised ? 'randomised.' : 'not randomised: the groups may differ.',
      side && ` Only the number for ${side} is printed; the other side is not in our data.`,
    ].join('')
  return [
    `${one} and ${other} were compared with each other. `,
    randomised
      ? 'Chance decided who got which.'
      : 'Chance did not decide who got which, so the groups may differ.',
    side && ` We have the number for ${side} only.`,
  ].join('')
}

function linked(verdict: LevelVerdict, { audience, names }: Telling): string {
  const [one, other] = verdict.treatments.map(names)
  const via = names(verdict.via ?? '')
  return audience === 'clinician'
    ? `${one} and ${other} were each compared with ${via}, not with each other: an indirect comparison, so no single number is shown.`
    : `${one} and ${other} were not tested against each other. Each was tested against this: ${via}. So there is no one number to show.`
}

function sideBySide(verdict: LevelVerdict, { audience, names }: Telling): string {
  const [one, other] = verdict.treatments.map(names)
  if (audience === 'clinician')
    return [
      `${one} and ${other} were measured alike in separate groups: the difference may come from the patients.`,
      verdict.sameClinic ? ' Same clinic, different follow-up.' : '',
    ].join('')
  return [
    `${one} and ${other} were given to different groups of people. A difference may come from the people, not from the treatment.`,
    verdict.sameClinic ? ' Both groups came from the same clinic, but were watched for different times.' : '',
  ].join('')
}

function notComparable(verdict: LevelVerdict, { audience, names }: Telling): string {
  const [one, other] = verdict.treatments.map(names)
  const compared = verdict.comparedWithoutNumber.length > 0
  const reasons = verdict.reasons.map((reason) => REASON_WORDS[reason][audience]).join(' ')
  if (audience === 'clinician')
    return [
      `${one} and ${other} may not stand side by side. ${reasons}`,
      compared ? ' A study compared them, but its number may not be used.' : '',
    ].join('')
  return [
    `The numbers for ${one} and ${other} cannot be compared. ${reasons}`,
    compared ? ' One study did test them against each other, but we cannot use its number.' : '',
  ].join('')
}

const TELL: Readonly<Record<Level, (verdict: LevelVerdict, telling: Telling) => string>> = {
  'head-to-head': headToHead,
  linked,
  'side-by-side': sideBySide,
  'not-comparable': notComparable,
}

const NO_VERDICT_WORDS: Readonly<Record<NoVerdict['because'], Words>> = {
  context: {
    clinician: 'This describes the patients, not a result: nothing is compared.',
    patient: 'This is about the people in the studies, not about a result.',
  },
  'same-treatment': {
    clinician: 'One and the same treatment: nothing to compare.',
    patient: 'This is one and the same treatment.',
  },
  'not-selectable': {
    clinician: 'One of the two is held for reference only and is not compared.',
    patient: 'One of the two is not shown for comparing.',
  },
  'not-loaded': { clinician: 'The data are still loading.', patient: 'The data are still loading.' },
}

/** The verdict in one or two sentences. Never a blank, and never advice. */
export function verdictSentence(verdict: Verdict, telling: Telling): string {
  const { audience, names } = telling
  if (verdict.kind === 'level') return TELL[verdict.level](verdict, telling)
  if (verdict.kind === 'no-verdict') return NO_VERDICT_WORDS[verdict.because][audience]
  const member = verdict.treatments.find((id) => id !== verdict.wider) ?? ''
  return audience === 'clinician'
    ? `${names(member)} belongs to ${names(verdict.wider)}: they share their trials, so they are not compared.`
    : `${names(member)} is one of this group: ${names(verdict.wider)}. So we do not compare the two.`
}

/** How two treatments hang together in the network, whatever the outcome. */
export function chainSentence(chain: Chain, { audience, names }: Telling): string {
  if (chain.kind === 'compared')
    return audience === 'clinician'
      ? 'At least one study in this collection compared these two.'
      : 'At least one study tested these two against each other.'
  if (chain.kind === 'chain')
    return audience === 'clinician'
      ? `${PHRASES.notCompared} A chain of direct comparisons links them.`
      : 'No study we found tested these two against each other. Other treatments link them.'
  const through =
    chain.kind === 'only-through' ? chain.controls.map((control) => names(control)).join(', ') : undefined
  if (audience === 'clinician')
    return `No study compared these two, and no chain of direct comparisons links them${through === undefined ? '' : `: only through ${through}`}.`
  return `No study we found tested these two against each other.${through === undefined ? '' : ` Each was tested only against the same thing: ${through}.`}`
}

const COUNT_WORDS: Readonly<Record<keyof LevelCounts, Words>> = {
  'head-to-head': { clinician: 'head-to-head', patient: 'tested against each other' },
  linked: { clinician: 'linked', patient: 'linked through another treatment' },
  'side-by-side': { clinician: 'side by side with care', patient: 'seen in different people' },
  'not-comparable': { clinician: 'not comparable', patient: 'cannot be compared' },
  'nothing-found': { clinician: 'with nothing found', patient: 'with no number found' },
}

/** Counts of levels in words: "1 head-to-head, 2 side by side with care, 9 not comparable". */
export function countWords(counts: LevelCounts, audience: Audience): string {
  return (Object.keys(COUNT_WORDS) as readonly (keyof LevelCounts)[])
    .filter((key) => counts[key] > 0)
    .map((key) => `${counts[key]} ${COUNT_WORDS[key][audience]}`)
    .join(', ')
}
