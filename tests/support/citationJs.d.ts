/** As far as the tests use them; these packages bring no types. */
declare module '@citation-js/core' {
  export interface CslEntry {
    readonly id: string
    readonly type: string
    readonly title?: string
    readonly author?: readonly {
      readonly family?: string
      readonly given?: string
      readonly literal?: string
      readonly suffix?: string
      readonly 'dropping-particle'?: string
      readonly 'non-dropping-particle'?: string
    }[]
    readonly issued?: { readonly 'date-parts': readonly (readonly (number | string)[])[] }
    readonly [field: string]: unknown
  }
  export const plugins: {
    readonly input: {
      readonly type: (text: string) => string
      readonly chain: (text: string, options: { readonly generateGraph: boolean }) => readonly CslEntry[]
    }
  }
}
declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-ris'
