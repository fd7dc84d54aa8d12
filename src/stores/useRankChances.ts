import { rankProblem, type Appraisal } from '@/domain/preferences/appraisal'
import { rankChances, type RankChances, type RankProblem } from '@/domain/preferences/rankChances'
import { onScopeDispose, shallowRef, watch } from 'vue'
import { startWorker } from './startWorker'

interface Answer {
  readonly number: number
  readonly chances: RankChances
}

/**
 * The chance of each option to come first to last, drawn in a worker; on the page itself where workers are barred.
 *
 * @param appraisal undefined, or refused: there is nothing to draw
 * @returns undefined while it is worked out, and where an order is refused
 */
export function useRankChances(appraisal: () => Appraisal | undefined) {
  const chances = shallowRef<RankChances>()
  let worker: Worker | undefined
  let isBarred = false
  let asked = 0
  let waiting: RankProblem | undefined

  function drawHere(problem: RankProblem) {
    chances.value = rankChances(problem)
  }

  function giveUpWorker() {
    worker?.terminate()
    worker = undefined
    isBarred = true
    if (waiting) drawHere(waiting)
  }

  function listen(started: Worker) {
    started.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      // An answer to an older question is out of date.
      if (data.number !== asked) return
      waiting = undefined
      chances.value = data.chances
    })
    started.addEventListener('error', giveUpWorker)
  }

  function ask(problem: RankProblem) {
    if (!worker && !isBarred) {
      worker = startWorker('ranks')
      if (worker) listen(worker)
    }
    waiting = problem
    if (worker) worker.postMessage({ number: asked, problem })
    else drawHere(problem)
  }

  watch(
    appraisal,
    (now) => {
      asked += 1
      chances.value = undefined
      waiting = undefined
      if (now && !now.refusal) ask(rankProblem(now))
    },
    { immediate: true },
  )
  onScopeDispose(() => worker?.terminate())
  return { chances }
}
