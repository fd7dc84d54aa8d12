/** The rooms of docs/architecture.md and the arrows between them. */
const room = (name) => `^src/${name}/`

/** A room may import only what is listed. `others` are npm packages, matched by name. */
function only(name, rooms, packages) {
  const allowed = [...rooms.map((r) => `src/${r}/`), ...packages.map((p) => `node_modules/${p}/`)]
  return {
    name: `${name}-imports-only-what-it-may`,
    severity: 'error',
    comment: `${name} may import ${[...rooms, ...packages].join(', ')}`,
    from: { path: room(name) },
    to: { pathNot: `^(${allowed.join('|')})` },
  }
}

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', '^src/app/main\\.ts$'] },
      to: {},
    },
    only('domain', ['domain'], ['@stdlib/[^/]+', 'flesch-kincaid', 'syllable']),
    only('data', ['domain', 'data'], ['papaparse', '@types/papaparse', 'fflate', '@types/fhir']),
    only('words', ['words'], ['vue', '@vue/[^/]+', '@lingui/core']),
    only('ui', ['domain', 'ui', 'words'], ['vue', '@vue/[^/]+']),
    only('charts', ['domain', 'charts', 'ui', 'words'], ['vue', '@vue/[^/]+', 'chart\\.js']),
    only('stores', ['domain', 'data', 'stores', 'words'], ['vue', '@vue/[^/]+', 'pinia', 'vue-router']),
    {
      name: 'features-import-only-what-they-may',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: {
        pathNot:
          '^(src/(domain|charts|ui|stores|words)/|src/features/$1/|src/data/(exportTable|citations|check[A-Za-z]*|diff[A-Za-z]*|export[A-Za-z]*|open[A-Za-z]*)\\.ts|node_modules/(vue|@vue/[^/]+|pinia|vue-router|uqr|@tanstack/vue-virtual)/|(docs/[a-z-]+|SECURITY)\\.md)',
      },
    },
    {
      name: 'nobody-imports-app',
      severity: 'error',
      from: { pathNot: room('app') },
      to: { path: room('app') },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Types alone, of @types/fhir: there is no package of that name to resolve.
    exclude: { path: '^fhir/r5$' },
    tsConfig: { fileName: 'tsconfig.app.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.vue', '.js', '.css'],
    },
  },
}
