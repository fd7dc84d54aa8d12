import './styles/tokens.css'
import './styles/base.css'
import './styles/frame.css'
import './styles/print.css'
import { useEvidenceStore } from '@/stores/evidence'
import { useSettingsStore } from '@/stores/settings'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { makeRouter } from './router'

const pinia = createPinia()
useSettingsStore(pinia)
void useEvidenceStore(pinia).load()

const router = makeRouter()
const app = createApp(App).use(pinia).use(router)
// The frame in index.html stays until the page is known, so that nothing flashes.
void router.isReady().then(() => app.mount('#app'))
