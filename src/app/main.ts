import './styles/tokens.css'
import './styles/base.css'
import './styles/frame.css'
import './styles/print.css'
import { explainedEntries } from '@/domain/glossary/explainedEntries'
import { useEvidenceStore } from '@/stores/evidence'
import { useSettingsStore } from '@/stores/settings'
import { GLOSSARY } from '@/ui/glossary'
import { createPinia } from 'pinia'
import { computed, createApp } from 'vue'
import App from './App.vue'
import { makeRouter } from './router'

const pinia = createPinia()
useSettingsStore(pinia)
const store = useEvidenceStore(pinia)
void store.load()

const router = makeRouter()
const app = createApp(App).use(pinia).use(router)
app.provide(
  GLOSSARY,
  computed(() => explainedEntries(store.evidence)),
)
// The frame in index.html stays until the page is known, so that nothing flashes.
void router.isReady().then(() => app.mount('#app'))
