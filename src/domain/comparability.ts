/**
 * The pair verdict: may these two numbers stand side by side? This is the door to it; the rule is spread over
 * `comparability/`, and the decisions it took are written down in docs/pair-verdict.md.
 */
export type { Level, LevelVerdict, NoteId, ReasonId, Verdict } from './comparability/verdict'
export { verdictOfFindings, verdictOfTreatments } from './comparability/pairVerdict'
export { summaryOfPair, type LevelCounts, type PairSummary } from './comparability/summary'
export { directionsDiffer, rowsOfLevel } from './comparability/disagreement'
export { network, type Network, type NetworkEdge, type NetworkNode } from './comparability/network'
export { chainBetween, islands, type Chain, type Island } from './comparability/islands'
