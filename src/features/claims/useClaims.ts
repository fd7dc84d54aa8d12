import { claimTexts, claimVerdicts, findClaims, type CheckedClaim } from '@/domain/claims/claims'
import { readClaimsView, writeClaimsView, type ClaimsView } from '@/domain/claims/claimsView'
import type { Query } from '@/domain/view'
import { useEvidenceStore } from '@/stores/evidence'
import { useView } from '@/stores/useView'
import { computed } from 'vue'
import { useRoute } from 'vue-router'

/** What the page of claims shows, from the evidence and the address. */
export function useClaims() {
  const store = useEvidenceStore()
  const route = useRoute()
  const { changeOwn, changeView } = useView()

  const own = computed(() => readClaimsView(route.query as Query))
  function change(to: Partial<ClaimsView>, options: { readonly replace?: boolean } = {}) {
    return changeOwn(() => writeClaimsView({ ...own.value, ...to }), options)
  }

  const texts = computed(() => claimTexts(store.evidence))
  const all = computed(() => texts.value.flatMap(({ claims }) => claims))
  /** The verdicts asked for that the data know. */
  const wanted = computed(() => {
    const known = new Set(claimVerdicts(store.evidence).map(({ id }) => id))
    return own.value.verdicts.filter((id) => known.has(id))
  })
  const shown = computed(() => findClaims(texts.value, { verdicts: wanted.value, words: own.value.words }))
  const shownCount = computed(() => shown.value.reduce((sum, { claims }) => sum + claims.length, 0))
  /** The verdicts, each with the number of claims among those that hold the words looked for. */
  const verdicts = computed(() => {
    const found = findClaims(texts.value, { verdicts: [], words: own.value.words })
    const claims = found.flatMap((text) => text.claims)
    return claimVerdicts(store.evidence).map((verdict) => ({
      ...verdict,
      count: claims.filter((checked) => checked.verdict.id === verdict.id).length,
    }))
  })
  /** In the order of the data, so that a page printed twice is the same page; unknown ids are left out. */
  const chosen = computed(() => all.value.filter(({ claim }) => own.value.chosen.includes(claim.id)))

  function choose({ claim }: CheckedClaim, wanted: boolean) {
    const others = own.value.chosen.filter((id) => id !== claim.id)
    return change({ chosen: wanted ? [...others, claim.id] : others }, { replace: true })
  }
  const openFinding = (finding: string) => changeView({ finding })

  return { store, own, change, shown, shownCount, all, verdicts, chosen, choose, openFinding }
}
