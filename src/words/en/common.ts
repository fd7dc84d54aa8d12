export default {
  notReviewed: 'Not reviewed by a clinician yet.',
  notReviewedTranslation: 'This translation has not been reviewed by a clinician yet.',
  localData: 'These numbers were opened on this computer. They are not the ones that come with this page.',
  ofHundred: '{count} of 100',
  people: '{count, plural, one {# person} other {# people}}',
} as const
