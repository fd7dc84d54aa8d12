import './askForList'
import './styles/tokens.css'
import './styles/base.css'
import './styles/frame.css'
import './styles/print.css'
import type { GlossaryEntry } from '@/domain/tables/background'
import { useEvidenceStore } from '@/stores/evidence'
import { useSettingsStore } from '@/stores/settings'
import { GLOSSARY } from '@/ui/glossary'
import { createPinia } from 'pinia'
import { createApp, shallowRef, watch } from 'vue'
import App from './App.vue'
import { noteFailedParts } from './failedParts'
import { makeRouter } from './router'

const pinia = createPinia()
useSettingsStore(pinia)
const store = useEvidenceStore(pinia)
void store.load()

const router = makeRouter()
const app = createApp(App).use(pinia).use(router)
noteFailedParts(app, router)
const explained = shallowRef<readonly GlossaryEntry[]>([])
app.provide(GLOSSARY, explained)
watch(
  () => store.complete && store.evidence,
  async (evidence) => {
    if (!evidence) return
    const { explainedEntries } = await import('@/domain/glossary/explainedEntries')
    explained.value = explainedEntries(evidence)
  },
)
// The frame in index.html stays until the page is known, so that nothing flashes.
void router.isReady().then(() => app.mount('#app'))
