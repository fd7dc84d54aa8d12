import { readRecord, type RecordReading } from '@/domain/records/readRecord'
import { useConsultStore } from '@/stores/consult'
import { useEvidenceStore } from '@/stores/evidence'
import { IDLE_TIME } from '@/stores/useIdleClearing'
import { onBeforeUnmount, onMounted, ref, shallowRef, watch } from 'vue'
import { pageAddress, type Arrival } from './arrival'
import { fetchRecord } from './fetchRecord'
import { RecordFault, type RecordFaultKind } from './recordFault'
import { loadRecordSystems, systemOf, type RecordSystem } from './recordSystems'
import { beginSignIn, endSignIn, type Permission } from './signIn'

export type RecordState = 'starting' | 'choose' | 'off' | 'leaving' | 'reading' | 'read' | 'failed'

function today(): string {
  const now = new Date()
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** Empties what was read when the patient changes, and when nobody has touched the page for 15 minutes. */
function useForgetting(forget: () => void) {
  const consult = useConsultStore()
  const inputs = ['pointerdown', 'keydown', 'wheel'] as const
  let timer: ReturnType<typeof setTimeout> | undefined
  function again() {
    clearTimeout(timer)
    timer = setTimeout(forget, IDLE_TIME)
  }
  watch(() => consult.round, forget)
  onMounted(() => {
    again()
    for (const type of inputs) window.addEventListener(type, again, { passive: true })
  })
  onBeforeUnmount(() => {
    clearTimeout(timer)
    for (const type of inputs) window.removeEventListener(type, again)
  })
}

/** Waits for the tables of the data folder: without them nothing can be offered. */
function whenComplete(store: ReturnType<typeof useEvidenceStore>): Promise<void> {
  return new Promise((resolve) => {
    const stop = watch(
      () => store.complete,
      (complete) => {
        if (!complete) return
        queueMicrotask(() => stop())
        resolve()
      },
      { immediate: true },
    )
  })
}

/** The way from a record system to factors for the clinician to confirm. What is read lives in this page only. */
export function useRecord(arrival: Arrival) {
  const store = useEvidenceStore()
  const state = ref<RecordState>('starting')
  const fault = ref<RecordFaultKind>()
  const systems = shallowRef<readonly RecordSystem[]>([])
  const reading = shallowRef<RecordReading>()
  const missing = shallowRef<readonly string[]>([])
  const forgotten = ref(false)

  useForgetting(() => {
    if (reading.value) forgotten.value = true
    reading.value = undefined
    missing.value = []
  })

  function fail(error: unknown) {
    fault.value = error instanceof RecordFault ? error.kind : 'wrong-data'
    state.value = 'failed'
  }

  async function connect(system: RecordSystem, launch?: string) {
    state.value = 'leaving'
    try {
      location.assign(await beginSignIn(system, launch, pageAddress()))
    } catch (error) {
      fail(error)
    }
  }

  async function read(permission: Permission) {
    await whenComplete(store)
    const { recordCodes } = store.evidence
    const asked = recordCodes.filter((row) => ['below-range', 'allele', 'value-of'].includes(row.reading))
    const record = await fetchRecord(permission, [
      ...new Set(asked.map(({ system, code }) => `${system}|${code}`)),
    ])
    reading.value = readRecord(record.patient, record.resources, today(), store.evidence)
    missing.value = record.missing
    state.value = 'read'
  }

  async function start() {
    const { issuer, launch, back } = arrival
    systems.value = await loadRecordSystems()
    const isBack = back.code !== undefined || back.error !== undefined
    if (systems.value.length === 0) state.value = 'off'
    else if (isBack) {
      state.value = 'reading'
      await read(await endSignIn(back, systems.value))
    } else if (issuer === undefined) state.value = 'choose'
    else {
      const system = systemOf(issuer, systems.value)
      if (!system) throw new RecordFault('not-listed')
      await connect(system, launch)
    }
  }

  onMounted(() => void start().catch(fail))
  return { state, fault, systems, reading, missing, forgotten, connect }
}
