export default {
  notReviewed: 'Todavía sin revisar por un profesional clínico.',
  notReviewedTranslation: 'Esta traducción todavía no ha sido revisada por un profesional clínico.',
  localData: 'Estos números se abrieron en este ordenador. No son los que vienen con esta página.',
  ofHundred: '{count} de cada 100',
  people: '{count, plural, one {# persona} other {# personas}}',
} as const
