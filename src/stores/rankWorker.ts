/** Draws the chances of the ranks away from the page, so that a slider never waits for them. */
import { rankChances, type RankProblem } from '@/domain/preferences/rankChances'

interface Question {
  readonly number: number
  readonly problem: RankProblem
}

self.addEventListener('message', ({ data }: MessageEvent<Question>) => {
  self.postMessage({ number: data.number, chances: rankChances(data.problem) })
})
