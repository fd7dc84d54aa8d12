/** The columns of a forest plot in pixels. */
export interface ForestFrame {
  readonly wide: boolean
  readonly width: number
  /** Left edge and width of the words on each study. */
  readonly study: readonly [left: number, width: number]
  /** Right edge of the numbers of patients. */
  readonly patients: number
  readonly time: readonly [left: number, width: number]
  readonly plot: readonly [left: number, right: number]
  readonly result: readonly [left: number, width: number]
}

/** From this width on, a study is a line; below it its words stand above its interval. */
const WIDE = 620
/** Room for the mark before the study. */
export const MARK = 22
const GAP = 14

export function forestFrame(width: number): ForestFrame {
  if (width < WIDE)
    return {
      wide: false,
      width,
      study: [MARK, width - MARK],
      patients: 0,
      time: [0, 0],
      plot: [14, width - 14],
      result: [MARK, width - MARK],
    }
  const roomy = width >= 800
  const study = Math.round(width * (roomy ? 0.3 : 0.28)) - MARK
  const patients = MARK + study + GAP + (roomy ? 56 : 46)
  const time = [patients + GAP, roomy ? 78 : 72] as const
  const result = roomy ? 156 : 118
  return {
    wide: true,
    width,
    study: [MARK, study],
    patients,
    time,
    plot: [time[0] + time[1] + GAP + 4, width - result - GAP - 6],
    result: [width - result, result],
  }
}
