import { rankProblem, type Appraisal } from '@/domain/preferences/appraisal'
import { rankChances, type RankChances, type RankProblem } from '@/domain/preferences/rankChances'
import { onScopeDispose, shallowRef, watch } from 'vue'
import workerAddress from './rankWorker?worker&url'

interface Answer {
  readonly number: number
  readonly chances: RankChances
}

interface ScriptPolicy {
  readonly createScriptURL: (address: string) => string
}
interface PolicyFactory {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ) => ScriptPolicy
}

let policy: ScriptPolicy | undefined

/** Where the browser asks for trusted addresses, exactly one address is trusted: that of the worker. */
function trusted(address: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory }
  if (!trustedTypes) return address
  policy ??= trustedTypes.createPolicy('worker', {
    createScriptURL: (asked) => {
      if (asked === workerAddress) return asked
      throw new TypeError('not the address of the worker')
    },
  })
  return policy.createScriptURL(address)
}

/** Undefined where the browser or its rules bar workers. */
function startWorker(): Worker | undefined {
  try {
    return new Worker(trusted(workerAddress), { type: 'module' })
  } catch {
    return undefined
  }
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
      worker = startWorker()
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
