// `npm run test:nextjs`: examples/nextjs, installed, built and visited. Not part of `npm test`: npm and
// `next build` take minutes.
const { projects, ...rest } = require("./jest.config")

const unit = projects.find(({ displayName }) => displayName === "unit")
const nextjs = { displayName: "nextjs", testMatch: ["<rootDir>/__tests__/nextjs/**/*.test.ts"] }

module.exports = { ...rest, projects: [{ ...unit, ...nextjs }] }
