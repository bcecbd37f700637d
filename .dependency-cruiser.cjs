/**
 * The arrows of the architecture (DESIGN.md §3): dependencies point downwards only.
 *
 *     renderer ──► main/core/contract ◄── main/app ──► main/core ──► db
 *                                          main/tool ──┘
 *
 * `npm run check:arrows` runs them through scripts/check-arrows.js, which also fails when fewer files were read
 * than there are. Sources are parsed by SWC, because TypeScript 7 has no interface for other programs.
 */

/** Foundations under every area: declarations, change log, searching, the reference pack, files beside the database. */
const areasOpenToAll = 'contract|changes|search|programme|storage';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'pages-know-only-the-contract',
      comment: 'The pages talk to the core through declared operations; they import nothing else of it.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(main/(?!core/contract/)|db/|scripts/|tests/)' },
    },
    {
      name: 'pages-run-without-node',
      comment: 'The pages live in a sandbox without Node; what they import must be free of it.',
      severity: 'error',
      from: { path: '^(renderer|main/core/contract)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'contract-stands-alone',
      comment: 'Both sides read the contract, so it depends on neither.',
      severity: 'error',
      from: { path: '^main/core/contract/' },
      to: { path: '^(main/(?!core/contract/)|renderer/|db/)' },
    },
    {
      name: 'core-knows-no-one-above',
      comment:
        'The core is plain Node: the same code runs in the application, the command-line tool and tests.',
      severity: 'error',
      from: { path: '^main/core/' },
      to: { path: '^(main/(app|tool)/|renderer/|scripts/|tests/)' },
    },
    {
      name: 'database-knows-no-one-above',
      severity: 'error',
      from: { path: '^db/' },
      to: { path: '^(main|renderer|scripts|tests)/' },
    },
    {
      name: 'tool-knows-no-window',
      comment: 'The command-line tool runs where there is no Electron.',
      severity: 'error',
      from: { path: '^main/tool/' },
      to: { path: '^(main/app/|renderer/|scripts/|tests/)' },
    },
    {
      name: 'shell-knows-no-page',
      severity: 'error',
      from: { path: '^main/app/' },
      to: { path: '^(renderer|scripts|tests)/' },
    },
    {
      name: 'areas-meet-through-their-service',
      comment: "An area uses another only through its service.ts; an area's own files are its own business.",
      severity: 'error',
      from: { path: '^main/core/([^/]+)/', pathNot: '^main/core/contract/' },
      to: {
        path: '^main/core/[^/]+/',
        pathNot: `^main/core/($1|${areasOpenToAll})/|^main/core/[^/]+/service\\.ts$`,
      },
    },
    {
      name: 'electron-only-in-the-shell',
      severity: 'error',
      from: { path: '^(main|renderer|db)/', pathNot: '^main/app/' },
      to: { path: '(^|/)node_modules/electron/|^electron(/|$)' },
    },
    {
      name: 'scripts-stand-alone',
      comment: 'They run before anything is installed; default-app is copied into Electron and runs there.',
      severity: 'error',
      from: { path: '^scripts/', pathNot: '^scripts/setup/default-app/' },
      to: { pathNot: '^scripts/', dependencyTypesNot: ['core'] },
    },
    {
      name: 'no-cycles',
      comment: 'Two files may know the types of each other; code runs in one direction.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'everything-is-found',
      comment: 'An import that this check cannot find is one that it cannot judge.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '[?]' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
