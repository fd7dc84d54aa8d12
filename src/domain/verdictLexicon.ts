import { PHRASES } from './phrases'
import { NOTES, type Level, type NoteId, type ReasonId } from './comparability/verdict'

/** Who reads: a clinician in the words of the field, or a patient in words for reading age 12. */
export type Audience = 'clinician' | 'patient'
export type Words = Readonly<Record<Audience, string>>

/** The name of each level. */
export const LEVEL_WORDS: Readonly<Record<Level, Words>> = {
  'head-to-head': { clinician: 'Head-to-head', patient: 'Tested against each other' },
  linked: { clinician: 'Linked', patient: 'Linked through another treatment' },
  'side-by-side': { clinician: 'Side by side with care', patient: 'Seen in different people' },
  'not-comparable': { clinician: 'Not comparable', patient: 'Cannot be compared' },
}

/** Each reason in one short sentence. */
export const REASON_WORDS: Readonly<Record<ReasonId, Words>> = {
  'nothing-found': {
    clinician: 'Nothing found on this outcome for at least one of the two.',
    patient: 'We found no number for at least one of the two.',
  },
  'unusable-row': {
    clinician: 'A figure exists but may not stand beside others.',
    patient: 'There is a number, but it is not safe to set it beside others.',
  },
  'before-after': {
    clinician: 'One figure is a change from before, without a control group.',
    patient: 'One number only says how people changed. Nobody was there to compare with.',
  },
  'different-outcome': {
    clinician: 'The two figures are about different outcomes.',
    patient: 'The two numbers are not about the same thing.',
  },
  'different-measure': {
    clinician: 'The two figures are different kinds of number.',
    patient: 'The two numbers are of different kinds.',
  },
  'definition-not-stated': {
    clinician: 'At least one source does not define the outcome.',
    patient: 'A study does not say what it counted as a result.',
  },
  'different-definition': {
    clinician: 'The sources define the outcome differently.',
    patient: 'The studies mean different things by the same word.',
  },
  'denominator-not-stated': {
    clinician: 'At least one source does not say out of whom it counted.',
    patient: 'A study does not say which people it counted.',
  },
  'different-denominator': {
    clinician: 'The sources count out of different groups of people.',
    patient: 'The studies count different groups of people.',
  },
  'different-unit': {
    clinician: 'The two figures have different units.',
    patient: 'The two numbers use different units.',
  },
  'time-not-stated': {
    clinician: 'At least one source does not state the time of the measurement.',
    patient: 'A study does not say when it looked.',
  },
  'different-time': {
    clinician: 'The measurements were made at different times.',
    patient: 'The studies looked at very different times.',
  },
  'different-population': {
    clinician: 'The kinds of patients do not go together.',
    patient: 'The people in the studies are too different.',
  },
  'different-estimate-kind': {
    clinician: 'One figure is a crude count and the other an estimate, or one comes from a model.',
    patient: 'The two numbers were worked out in different ways.',
  },
  'no-common-comparator': {
    clinician: 'Each was compared with something else: there is no common comparator.',
    patient: 'Each one was tested against something else.',
  },
  'same-patients': {
    clinician: 'Both figures rest on the same patients or the same pool of trials.',
    patient: 'Both numbers come from the same group of people.',
  },
}

const FIXED_NOTE_WORDS: Readonly<Record<(typeof NOTES)[number], Words>> = {
  'not-randomised': {
    clinician: 'Not randomised: the groups may differ.',
    patient: 'The groups were not made by chance, so they may differ.',
  },
  'one-side-printed': {
    clinician: 'The other side is not in our data.',
    patient: 'We have the number for only one of the two.',
  },
  'failed-earlier-treatment': {
    clinician: 'One group had failed an earlier treatment.',
    patient: 'In one group, an earlier treatment had not worked.',
  },
  'pooled-with-single': {
    clinician: 'One figure is pooled from several studies, the other comes from one.',
    patient: 'One number comes from many studies, the other from one.',
  },
  'same-cohort': {
    clinician: 'Both figures come from one cohort.',
    patient: 'Both numbers come from one group of people.',
  },
  'indirect-population': {
    clinician: 'Measured in other patients.',
    patient: 'The studies were done in people with another illness.',
  },
  'time-not-stated': {
    clinician: PHRASES.timeNotStated,
    patient: 'A study does not say when it looked.',
  },
  'mixed-operations': {
    clinician: 'One figure counts several operations together.',
    patient: 'One number counts more than one kind of operation.',
  },
  'very-low-certainty': {
    clinician: 'Certainty of evidence: very low.',
    patient: 'We can be only very little sure of these numbers.',
  },
}

const POPULATIONS_DIFFER: Words = {
  clinician: 'The two groups of patients have different kinds of the same condition.',
  patient: 'The people in the two groups have different kinds of the same illness.',
}
const EQUAL_DEFINITIONS: Words = {
  clinician: 'The sources use two names for the same result.',
  patient: 'The studies use two names for the same result.',
}

function isFixed(note: NoteId): note is (typeof NOTES)[number] {
  return (NOTES as readonly string[]).includes(note)
}

/** A note in one short sentence. */
export function noteWords(note: NoteId, audience: Audience): string {
  if (isFixed(note)) return FIXED_NOTE_WORDS[note][audience]
  return note.startsWith('populations-differ-within-')
    ? POPULATIONS_DIFFER[audience]
    : EQUAL_DEFINITIONS[audience]
}
