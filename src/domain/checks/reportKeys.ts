/** What the page of the data check alone keeps in the address (docs/urls.md). */
export const REPORT_KEYS = ['check-show', 'check-file'] as const
