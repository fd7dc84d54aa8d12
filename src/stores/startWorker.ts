import folderWorker from './folderWorker?worker&url'
import rankWorker from './rankWorker?worker&url'

interface ScriptPolicy {
  readonly createScriptURL: (address: string) => string
}
interface PolicyFactory {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ) => ScriptPolicy
}

/** What is worked out away from the page, so that the page never stands still for it. */
const ADDRESSES = { folder: folderWorker, ranks: rankWorker } as const

let policy: ScriptPolicy | undefined

/** Where the browser asks for trusted addresses, exactly those of the two workers are trusted. */
function trusted(address: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory }
  if (!trustedTypes) return address
  policy ??= trustedTypes.createPolicy('worker', {
    createScriptURL: (asked) => {
      if (asked === folderWorker || asked === rankWorker) return asked
      throw new TypeError('not the address of a worker')
    },
  })
  return policy.createScriptURL(address)
}

/** Undefined where the browser or its rules bar workers. */
export function startWorker(name: keyof typeof ADDRESSES): Worker | undefined {
  try {
    return new Worker(trusted(ADDRESSES[name]), { type: 'module' })
  } catch {
    return undefined
  }
}
