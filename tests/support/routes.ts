import { readFileSync } from 'node:fs'
import { ABOUT_PAGES } from '@/features/about/sections'

/**
 * An address of every route of the app, read from its source, so that a new page is not forgotten. The router itself
 * needs a browser.
 */
export function everyAddress(): readonly string[] {
  const source = readFileSync('src/app/router.ts', 'utf8')
  const paths = [...source.matchAll(/\bpath: '([^']+)'/g)].map(([, path = '']) => path)
  const plain = paths.map((path) =>
    path.replace('/:path(.*)*', '/no/such/page').replace(':id', 'no-such-source'),
  )
  const about = ABOUT_PAGES.map(({ id }) => `/about/${id}`)
  const full = ['/compare?treatments=carbamazepine,mvd,srs', '/handout?treatments=carbamazepine,mvd']
  return [...new Set([...plain, ...about, ...full])]
}
