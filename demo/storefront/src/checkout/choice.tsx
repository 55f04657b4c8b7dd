interface ChoiceProps {
  group: string
  name: string
  hint: string
  extra?: string
  isChosen: boolean
  onChoose: () => void
}

/** One of several ways to ship. */
export function Choice({ group, name, hint, extra, isChosen, onChoose }: ChoiceProps) {
  return (
    <label className="choice">
      <input type="radio" name={group} checked={isChosen} onChange={onChoose} />
      <span className="choice__text">
        <strong>{name}</strong>
        <small>{hint}</small>
      </span>
      {extra !== undefined && <span className="choice__extra">{extra}</span>}
    </label>
  )
}
