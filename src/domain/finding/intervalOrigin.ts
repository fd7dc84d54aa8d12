import { countsFitValue, type Estimate } from '../estimate'
import { formatNumber } from '../format'
import { PHRASES } from '../phrases'

/** Why a share that has counts still has no interval from them; undefined where the counts are not known. */
function whyNotFromCounts({ finding, family, events }: Estimate): string | undefined {
  if (family !== 'share' || finding.armEvents === undefined || !finding.armN) return undefined
  if (events !== undefined && !countsFitValue(finding, events, finding.armN))
    return 'The printed counts do not make the printed percent, so none is worked out from them.'
  if (finding.armDesign.endsWith('-pooled') || finding.estimateKind === 'pooled')
    return 'None is worked out from counts that were added up over several studies.'
  if (finding.estimateKind === 'actuarial')
    return 'None is worked out from counts, since the share allows for people followed for a shorter time.'
  if (finding.estimateKind === 'model')
    return 'None is worked out from counts, since the share comes from a model.'
  return 'None is worked out from counts, since people are not counted once each.'
}

/** Who worked the interval out and how, or why there is none: a whole sentence. */
export function intervalOriginText(estimate: Estimate): string {
  const { interval, eventsOrigin } = estimate
  if (interval.kind === 'hidden')
    return 'The source prints an interval; it is not shown, since it cannot be relied on.'
  if (interval.kind === 'not-reported') {
    const range = estimate.range && estimate.value !== undefined
    const first = range
      ? 'A range as reported, which is not a confidence interval.'
      : PHRASES.rangeNotReported
    return [first, whyNotFromCounts(estimate)].filter(Boolean).join(' ')
  }
  if (interval.origin === 'reported')
    return `${formatNumber(interval.level)}\u00a0% interval as the source prints it.`
  return eventsOrigin === 'rebuilt'
    ? "95\u00a0% interval worked out here by Wilson's method, from events rebuilt from the printed percent and the number of patients."
    : "95\u00a0% interval worked out here by Wilson's method, from the printed counts."
}
