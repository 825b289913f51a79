/** What a public page is asked, as a plain form that works by address. */
export function Chosen({ name, label, value, options, all }: { readonly name: string; readonly label: string; readonly value: string; readonly options: readonly (readonly [string, string])[]; readonly all: string }) {
  return (
    <div>
      <label htmlFor={name}>{label}</label>
      <select key={options.length} id={name} name={name} defaultValue={value}>
        <option value="">{all}</option>
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}

export function Typed({ name, label, value, type = 'text', required = false }: { readonly name: string; readonly label: string; readonly value: string; readonly type?: string; readonly required?: boolean }) {
  return (
    <div>
      <label htmlFor={name}>{label}</label>
      <input key={value} id={name} name={name} type={type} defaultValue={value} required={required} maxLength={60} autoComplete="off" />
    </div>
  )
}
