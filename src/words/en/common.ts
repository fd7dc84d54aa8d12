export default {
  notReviewed: 'Not reviewed by a clinician yet.',
  notReviewedTranslation: 'This translation has not been reviewed by a clinician yet.',
  ofHundred: '{count} of 100',
  people: '{count, plural, one {# person} other {# people}}',
} as const
