import { chainBetween, network } from '@/domain/comparability'
import { edgeKey } from '@/charts/networkModel'
import { islandWords, nameIn } from '@/charts/networkWords'
import { selectableTreatments, termLabel } from '@/domain/evidence'
import { chainSentence } from '@/domain/verdictWords'
import { useEvidenceStore } from '@/stores/evidence'
import { useView } from '@/stores/useView'
import { say } from '@/words/interface/network'
import { computed, nextTick } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** Everything that the network shows, worked out from the address and the evidence. */
export function useNetwork() {
  const store = useEvidenceStore()
  const route = useRoute()
  const router = useRouter()
  const { view, changeView } = useView()

  const question = computed(() => ({
    chosen: view.value.treatments,
    families: view.value.filters.family,
  }))
  /** Families of the treatments, in the order of the data. */
  const families = computed(() => {
    const used = new Set(selectableTreatments(store.evidence).map((treatment) => treatment.family))
    return store.evidence.terms
      .filter((term) => term.facet === 'family' && used.has(term.id))
      .map((term) => ({ id: term.id, label: termLabel(store.evidence, 'family', term.id) }))
  })
  /** The edge whose rows are open: the part of the address behind the #, so that Back closes it. */
  const openEdge = computed(() =>
    network(store.evidence).edges.find((edge) => `#${edgeKey(edge)}` === route.hash),
  )
  /** How each two of the chosen treatments hang together. */
  const chains = computed(() => {
    const ids = view.value.treatments
    const names = nameIn(store.evidence)
    return ids.flatMap((one, index) =>
      ids.slice(index + 1).map((other) => ({
        key: `${one} ${other}`,
        pair: say('oneAndOther', { one: names(one), other: names(other) }),
        words: chainSentence(chainBetween(one, other, store.evidence), { audience: 'clinician', names }),
      })),
    )
  })
  const islands = computed(() => islandWords(store.evidence))

  /** What opened the rows: gets the focus back when they close. */
  let opener: HTMLElement | undefined

  async function showEdge(key: string | undefined) {
    if (key !== undefined && document.activeElement instanceof HTMLElement) opener = document.activeElement
    await router.push({ query: route.query, hash: key === undefined ? '' : `#${key}` })
    if (key !== undefined) return
    await nextTick()
    opener?.focus()
  }

  function toggleFamily(id: string) {
    return changeView(({ filters }) => {
      const family = filters.family.includes(id)
        ? filters.family.filter((other) => other !== id)
        : [...filters.family, id]
      return { filters: { ...filters, family } }
    })
  }

  return { question, families, openEdge, chains, islands, showEdge, toggleFamily }
}
