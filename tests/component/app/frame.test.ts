import { readFileSync } from 'node:fs'
import AppHeader from '@/app/AppHeader.vue'
import { makeRouter } from '@/app/router'
import ExplorePage from '@/features/explore/ExplorePage.vue'
import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { describe, expect, it } from 'vitest'

const html = readFileSync('index.html', 'utf8').replaceAll('%BASE_URL%', '/')
const page = new DOMParser().parseFromString(html, 'text/html')

const TELLING = ['class', 'href', 'aria-current', 'aria-label']

/** Tags, classes, links and words, without what Vue, the router and the formatter put between them. */
function outline(element: Element): string {
  const attributes = TELLING.map((name) => {
    const value = (element.getAttribute(name) ?? '').replace(/router-link\S*/g, '').trim()
    return value && ` ${name}="${value}"`
  })
  const content = [...element.childNodes]
    .filter((node) => !(node instanceof Element && node.matches('.app-settings > div')))
    .map((node) =>
      node instanceof Element ? outline(node) : node.nodeType === 3 ? (node.textContent ?? '').trim() : '',
    )
    .join('')
  return `<${element.localName}${attributes.join('')}>${content.replace(/\s+/g, ' ')}`
}

async function mounted(component: object) {
  const router = makeRouter()
  await router.push('/')
  const wrapper = mount(component, { global: { plugins: [createPinia(), router] } })
  return new DOMParser().parseFromString(wrapper.html(), 'text/html').body
}

function find(root: ParentNode, selector: string): Element {
  const element = root.querySelector(selector)
  if (!element) throw new Error(`${selector} is not there`)
  return element
}

describe('the static page in index.html', () => {
  it.each(['.skip-link', '.app-header', '.review-line'])(
    'has the same %s as the app that replaces it',
    async (part) => {
      const app = await mounted(AppHeader)
      expect(outline(find(page, part))).toBe(outline(find(app, part)))
    },
  )

  it('has the same heading and lead as the list', async () => {
    const app = await mounted(ExplorePage)
    expect(outline(find(page, '.page-head'))).toBe(outline(find(app, '.page-head')))
  })

  it('holds no figure, since the data may be others', () => {
    expect(find(page, '#app').textContent).not.toMatch(/\d/)
  })

  it('holds no style attribute and no script of its own, which the content policy forbids', () => {
    expect(page.querySelector('[style], script:not([src]):not([type="application/ld+json"])')).toBeNull()
  })

  it('describes the app in JSON-LD and links the data', () => {
    const text = find(page, 'script[type="application/ld+json"]').textContent ?? ''
    expect(JSON.parse(text)).toMatchObject({
      name: 'TN Compare',
      isBasedOn: { url: 'data/datapackage.json' },
    })
  })
})
