import { REPORT_KEYS } from '@/domain/checks/reportKeys'
import { CLAIMS_KEYS } from '@/domain/claims/claimsView'
import { GUIDELINES_KEYS } from '@/domain/guidelines/guidelinesView'
import { SOURCES_KEYS } from '@/domain/sources/sourcesKeys'
import { ABOUT_PAGES } from '@/features/about/sections'
import ExplorePage from '@/features/explore/ExplorePage.vue'
import { APP_NAME } from '@/stores/usePageTitle'
import { say } from '@/words/interface/app'
import { nextTick } from 'vue'
import { createRouter, START_LOCATION, type Router } from 'vue-router'
import { createLateHistory } from './lateHistory'
import { readQuery } from './readQuery'

export const loadCompare = () => import('@/features/compare/ComparePage.vue')

/** After a change of page the reader is put at its start, which a screen reader then reads out. */
async function focusPage() {
  await nextTick()
  const start = document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main')
  if (!start) return
  start.tabIndex = -1
  start.focus({ preventScroll: true })
}

export function makeRouter(): Router {
  const router = createRouter({
    history: createLateHistory(import.meta.env.BASE_URL),
    parseQuery: readQuery,
    routes: [
      {
        path: '/',
        name: 'explore',
        component: ExplorePage,
        meta: { title: say('exploreTreatments'), needsData: true },
      },
      {
        path: '/compare',
        name: 'compare',
        component: loadCompare,
        meta: { title: say('compare'), needsData: true },
      },
      {
        path: '/handout',
        name: 'handout',
        component: () => import('@/features/handout/HandoutPage.vue'),
        meta: { title: say('takeHome'), needsData: true, part: 'compare', consult: true, ownFoot: true },
      },
      {
        path: '/matters',
        name: 'matters',
        component: () => import('@/features/preferences/MattersPage.vue'),
        meta: { title: say('whatMatters'), needsData: true, part: 'compare', consult: true },
      },
      {
        path: '/prepare',
        name: 'prepare',
        component: () => import('@/features/present/PreparePage.vue'),
        meta: { title: say('prepareToShow'), needsData: true, consult: true },
      },
      {
        // What a patient sees: no header, nothing of the clinician's.
        path: '/show',
        name: 'show',
        component: () => import('@/features/present/ShowPage.vue'),
        meta: { title: say('show'), patientScreen: true },
      },
      {
        path: '/network',
        name: 'network',
        component: () => import('@/features/network/NetworkPage.vue'),
        meta: { title: say('network'), needsData: true, part: 'evidence' },
      },
      {
        path: '/evidence',
        name: 'evidence',
        component: () => import('@/features/evidence/EvidencePage.vue'),
        meta: { title: say('evidence'), needsData: true },
      },
      {
        path: '/sources',
        name: 'sources',
        component: () => import('@/features/sources/SourcesPage.vue'),
        meta: { title: say('sources'), needsData: true, part: 'evidence', ownKeys: SOURCES_KEYS },
      },
      {
        path: '/sources/:id',
        name: 'source',
        component: () => import('@/features/sources/SourcePage.vue'),
        meta: { title: say('source'), needsData: true, part: 'evidence' },
      },
      {
        path: '/guidelines',
        name: 'guidelines',
        component: () => import('@/features/guidelines/GuidelinesPage.vue'),
        meta: { title: say('guidelines'), needsData: true, part: 'evidence', ownKeys: GUIDELINES_KEYS },
      },
      {
        path: '/claims',
        name: 'claims',
        component: () => import('@/features/claims/ClaimsPage.vue'),
        meta: { title: say('claimsChecked'), needsData: true, part: 'evidence', ownKeys: CLAIMS_KEYS },
      },
      {
        path: '/condition',
        name: 'condition',
        component: () => import('@/features/condition/ConditionPage.vue'),
        meta: { title: say('aboutTheCondition'), needsData: true, part: 'evidence' },
      },
      {
        path: `/about/:section(${ABOUT_PAGES.map(({ id }) => id)
          .filter(Boolean)
          .join('|')})?`,
        name: 'about',
        component: () => import('@/features/about/AboutPage.vue'),
        meta: { title: say('about'), part: 'about' },
      },
      {
        // Not /data: web servers keep that for the folder of the same name.
        path: '/data-check',
        alias: '/data',
        name: 'data',
        component: () => import('@/features/datacheck/DataPage.vue'),
        meta: { title: say('data'), ownKeys: REPORT_KEYS },
      },
      {
        path: '/changes',
        name: 'changes',
        component: () => import('@/features/change/ChangePage.vue'),
        meta: { title: say('takeAndCompareData'), part: 'data' },
      },
      {
        // Where a record system opens the app; the server gives this page a policy of its own (docs/integration.md).
        path: '/smart',
        name: 'records',
        component: () => import('@/features/records/RecordPage.vue'),
        meta: { title: say('fromTheRecord') },
      },
      {
        path: '/:path(.*)*',
        name: 'not-found',
        component: () => import('./NotFoundPage.vue'),
        meta: { title: say('noSuchPage') },
      },
    ],
    scrollBehavior(to, from, saved) {
      if (saved) return saved
      if (to.hash) return { el: to.hash }
      return to.path === from.path ? false : { top: 0 }
    },
  })
  router.afterEach((to, from, failure) => {
    if (failure || to.path === from.path) return
    document.title = `${String(to.meta['title'])} · ${APP_NAME}`
    if (from !== START_LOCATION) void focusPage()
  })
  return router
}
