// Types and lint in one process, for where nothing is cached: both need the same programs, and most of
// what either does is to find out types. `npm run check:types` and `check:lint` remember what they saw.
import path from "node:path"
import { ESLint } from "eslint"
import ts from "typescript"

const PROJECTS = ["tsconfig.check.json", "tsconfig.browser.json"]

function createProgram(file) {
  const { config } = ts.readConfigFile(file, ts.sys.readFile)
  const { errors, fileNames, options } = ts.parseJsonConfigFileContent(
    config,
    ts.sys,
    ".",
    {},
    file,
  )
  return ts.createProgram({
    rootNames: fileNames,
    options: { ...options, incremental: false, tsBuildInfoFile: undefined },
    configFileParsingDiagnostics: errors,
  })
}

const programs = PROJECTS.map(createProgram)
const diagnostics = programs.flatMap((program) => ts.getPreEmitDiagnostics(program))
console.log(
  ts.formatDiagnostics(diagnostics, {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: ts.sys.getCurrentDirectory,
    getNewLine: () => "\n",
  }),
)

const parserOptions = { project: null, programs }
const files = programs
  .flatMap((program) => program.getRootFileNames())
  .map((file) => path.relative(".", file))
const typed = { files, languageOptions: { parserOptions } }
const eslint = new ESLint({ overrideConfig: typed })
const results = await eslint.lintFiles(".")
console.log(await (await eslint.loadFormatter()).format(results))
const complaints = results.reduce((sum, one) => sum + one.errorCount + one.warningCount, 0)
process.exitCode = diagnostics.length + complaints === 0 ? 0 : 1
