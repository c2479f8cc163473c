import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly onChoose: (value: string) => void;
  readonly options?: readonly Option[];
  /** Groups of options, after those without a group. */
  readonly children?: ComponentChildren;
}

/** A native list to choose one from, with its label. */
export function Select({ label, value, onChoose, options = [], children }: SelectProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {options.map((option) => (
          <SelectOption key={option.value} {...option} chosen={value} />
        ))}
        {children}
      </select>
    </div>
  );
}

export function SelectOption({ value, label, chosen }: Option & { readonly chosen: string }) {
  return (
    <option value={value} selected={value === chosen}>
      {label}
    </option>
  );
}
