import tseslint from "typescript-eslint"

const ignores = ["**/node_modules", ".medusa", ".demo", "coverage", "**/dist"]

export default tseslint.config(
  { ignores },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: ["./tsconfig.check.json", "./tsconfig.browser.json"],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      complexity: ["error", 8],
      "max-params": ["error", 3],
      "max-lines": ["error", { max: 200, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 40, skipBlankLines: true, skipComments: true }],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-console": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
    },
  },
  {
    // Only the set-up may read the environment; everything else gets its options handed in.
    files: ["src/**/*.ts"],
    rules: {
      "no-restricted-properties": [
        "error",
        { object: "process", property: "env", message: "Hand options in instead." },
        { object: "URL", property: "canParse", message: "Wrong in Node 20: see parseUrl." },
      ],
    },
  },
  {
    // The one door to Medusa's Query, which refuses ids that are missing.
    files: ["src/**/*.ts"],
    ignores: ["src/medusa/query.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "MemberExpression[property.name='graph']",
          message: "Read Medusa in src/medusa, through findOne or findAll.",
        },
      ],
    },
  },
  {
    // Components are mostly markup: length says little about how hard they are to read.
    files: ["**/*.tsx"],
    rules: {
      "max-lines-per-function": ["error", { max: 80, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ["__tests__/**/*.ts"],
    rules: {
      "max-lines-per-function": "off",
      "max-lines": ["error", { max: 400, skipBlankLines: true, skipComments: true }],
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
  {
    // Lists of statements: Medusa wants a promise of a method that waits for nothing.
    files: ["**/migrations/*.ts"],
    rules: { "@typescript-eslint/require-await": "off", "max-lines-per-function": "off" },
  },
  {
    // Programs that talk to whoever started them.
    files: [
      "demo/**/*.ts",
      "sandbox/src/cli.ts",
      "__tests__/{bench,model,soak}/index.ts",
      "__tests__/{run,proof,matrix}.mjs",
      ".ci/*.mjs",
    ],
    rules: { "no-console": "off" },
  },
  {
    // Medusa and dependency-cruiser load their configuration as CommonJS.
    files: ["*.js", "*.cjs"],
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
  {
    // The example's types are in a node_modules of its own, and `next build` checks them.
    files: ["**/*.js", "**/*.mjs", "**/*.cjs", "examples/**"],
    ...tseslint.configs.disableTypeChecked,
  },
)
