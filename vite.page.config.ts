import type { Plugin } from 'vite'
import { FIRST_TABLES, TABLES } from './src/domain/tables'

/**
 * Makes the built page whole in one flight: the styles of the first view stand in the page, so nothing is waited
 * for before the first paint, and the tables of the list are asked for at once instead of after the script.
 * The content policy allows the one inline style by its hash (scripts/headers.mjs).
 */
export function wholePage(): Plugin {
  let base = '/'
  return {
    name: 'whole-page',
    apply: 'build',
    configResolved(config) {
      base = config.base
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const page = html.replace(
          /\n?\s*<link rel="stylesheet"[^>]*href="([^"]+)"[^>]*>/g,
          (link, address: string) => {
            const file = bundle?.[address.slice(base.length)]
            if (file?.type !== 'asset') return link
            return `\n    <style>${String(file.source).trim()}</style>`
          },
        )
        return {
          html: page,
          tags: FIRST_TABLES.map((name) => ({
            tag: 'link',
            injectTo: 'head' as const,
            attrs: {
              rel: 'preload',
              as: 'fetch',
              crossorigin: true,
              href: `${base}data/${TABLES[name].name}.csv`,
            },
          })),
        }
      },
    },
  }
}
