/** Parts of the table that are there at once; one more follows with each stage. */
export const FIRST_SECTIONS = 1

/** All parts stand from here on. */
const ALL_SECTIONS = 11

/** The stage from which the pairs above the table are judged. */
export const VERDICTS = 1
/** The stage from which every row is judged, and the core outcomes are counted. */
export const ROWS_JUDGED = ALL_SECTIONS + 1
export const LAST_STAGE = ROWS_JUDGED
