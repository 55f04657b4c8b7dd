export { startSandbox, type RunningSandbox } from "./start-sandbox"
export type { SandboxOptions } from "./options"
export { oddAnswerNames, oddAnswers, type OddAnswerName, type OddNoise } from "./odd-answers"
