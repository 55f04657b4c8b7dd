interface ChoiceProps {
  group: string
  name: string
  hint: string
  icon?: string
  extra?: string
  isChosen: boolean
  onChoose: () => void
}

/** One of several ways to ship or to pay. */
export function Choice({ group, name, hint, icon, extra, isChosen, onChoose }: ChoiceProps) {
  return (
    <label className="choice">
      <input type="radio" name={group} checked={isChosen} onChange={onChoose} />
      {icon !== undefined && <img className="choice__icon" src={icon} alt="" />}
      <span className="choice__text">
        <strong>{name}</strong>
        <small>{hint}</small>
      </span>
      {extra !== undefined && <span className="choice__extra">{extra}</span>}
    </label>
  )
}
