import { useAnnouncer } from '@/stores/useAnnouncer'
import { useView } from '@/stores/useView'
import { MOST_TREATMENTS } from '@/domain/view'
import { say } from '@/words/interface/compare'
import { nextTick, type Ref } from 'vue'
import type { Column } from './comparison'

/** Adding, removing, moving and pinning columns; each is an address, is announced, and keeps the focus in place. */
export function useColumnChanges(columns: Readonly<Ref<readonly Column[]>>) {
  const { changeView } = useView()
  const { announce } = useAnnouncer()

  const nameOf = (id: string) =>
    columns.value.find((column) => column.treatment.id === id)?.treatment.shortName ?? id

  /** The tool of a column, or the next best thing where it is gone or cannot be used. */
  async function focusTool(id: string | undefined, tool: string) {
    await nextTick()
    const tools = [...document.querySelectorAll<HTMLButtonElement>(`[data-column='${id ?? ''}'] button`)]
    const wanted = tools.find((button) => button.dataset['tool'] === tool && !button.disabled)
    const target = wanted ?? tools.find((button) => !button.disabled)
    ;(target ?? document.querySelector<HTMLElement>('.add-treatment input'))?.focus()
  }

  async function add(id: string) {
    await changeView((view) => ({ treatments: [...view.treatments, id].slice(0, MOST_TREATMENTS) }))
    await nextTick()
    announce(
      say('addedOfColumns', {
        name: nameOf(id),
        columns: columns.value.length,
        mostTreatments: MOST_TREATMENTS,
      }),
    )
  }

  async function remove(id: string) {
    const name = nameOf(id)
    const place = columns.value.findIndex((column) => column.treatment.id === id)
    await changeView((view) => ({
      treatments: view.treatments.filter((other) => other !== id),
      reference: view.reference === id ? undefined : view.reference,
    }))
    await nextTick()
    announce(say('removedLeftNameColumns', { name, columns: columns.value.length }))
    const next = columns.value[Math.min(place, columns.value.length - 1)]
    await focusTool(next?.treatment.id, 'remove')
  }

  async function move(id: string, step: -1 | 1) {
    const order = columns.value.map((column) => column.treatment.id)
    const place = order.indexOf(id)
    const neighbour = order[place + step]
    if (neighbour === undefined) return
    await changeView((view) => {
      const moved = view.treatments.map((other) =>
        other === id ? neighbour : other === neighbour ? id : other,
      )
      return { treatments: moved }
    })
    await nextTick()
    announce(say('isNowColumnOf', { name: nameOf(id), place: place + step + 1, order: order.length }))
    await focusTool(id, step < 0 ? 'left' : 'right')
  }

  async function pin(id: string) {
    const pinned = columns.value.some((column) => column.treatment.id === id && column.isReference)
    await changeView({ reference: pinned ? undefined : id })
    await nextTick()
    announce(
      pinned
        ? say('isNoLongerTheReference', { name: nameOf(id) })
        : say('isTheReferenceFirstColumn', { name: nameOf(id) }),
    )
    await focusTool(id, 'pin')
  }

  return { add, remove, move, pin }
}
