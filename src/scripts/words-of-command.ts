/**
 * The words behind a script's path. Medusa's command hands on plain words only; those with dashes are
 * found where the process has them.
 */
export function wordsOfCommand(args: string[] | undefined): string[] {
  const [, ...given] = process.argv.slice(process.argv.indexOf("exec") + 1)
  return given.length > 0 ? given.filter((word) => word !== "--") : (args ?? [])
}
