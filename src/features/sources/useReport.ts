import { reportText, type ReportSubject } from '@/domain/report'
import { useEvidenceStore } from '@/stores/evidence'
import { useRouter } from 'vue-router'

/** Reports of a wrong number or statement: text to be copied, with the version of the data and the whole address. */
export function useReport() {
  const store = useEvidenceStore()
  const router = useRouter()

  const addressOf = (source: string, finding?: string) =>
    new URL(
      router.resolve({ name: 'source', params: { id: source }, query: finding ? { finding } : {} }).href,
      location.href,
    ).href

  /** About a row that the page of a source shows. */
  function reportOf(
    source: string,
    subject: Omit<ReportSubject, 'address'> & { readonly finding?: string },
  ): string {
    const { finding, ...rest } = subject
    return reportText({ ...rest, address: addressOf(source, finding) }, store.info)
  }

  return { reportOf }
}
