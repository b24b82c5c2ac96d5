import { Select } from 'antd';

interface ChoiceProps<T extends string> {
  label: string;
  value: T | null;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
  invalid?: boolean;
}

/** One of several, in a list that opens; as wide as what it says. */
export function Choice<T extends string>({ label, value, options, onChange, invalid }: ChoiceProps<T>) {
  return (
    <Select<T>
      aria-label={label}
      value={value}
      options={[...options]}
      onChange={onChange}
      popupMatchSelectWidth={false}
      status={invalid ? 'error' : ''}
      style={{ minWidth: 88, maxWidth: '100%' }}
    />
  );
}
