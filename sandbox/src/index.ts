export { startSandbox, type RunningSandbox } from "./start-sandbox"
export type { SandboxOptions } from "./options"
