/** Vue with the parts of Vuetify, taken in by its plugin one by one, and Chart.js for the bars. */
import { createApp } from 'vue'
import { createVuetify } from 'vuetify'
import { aliases, mdi } from 'vuetify/iconsets/mdi-svg'
import 'vuetify/styles'
import App from './App.vue'

createApp(App)
  .use(createVuetify({ icons: { defaultSet: 'mdi', aliases, sets: { mdi } } }))
  .mount('#app')
