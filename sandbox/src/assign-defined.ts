/** Copies the fields of `changes` that have a value over those of `target`. */
export function assignDefined<Target extends object>(
  target: Target,
  changes: { [Key in keyof Target]?: Target[Key] | undefined },
): Target {
  for (const key in changes) {
    const value = changes[key]
    if (value !== undefined) target[key] = value
  }
  return target
}
