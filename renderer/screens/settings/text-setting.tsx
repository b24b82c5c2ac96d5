import { useEffect, useState } from 'react';
import { TextField } from '../../ui/text-field.tsx';

/** A text that is saved when the field is left or Enter is pressed, not at every letter of a composition. */
export function TextSetting({
  value,
  onSave,
  label,
  valid = () => true,
}: {
  value: string;
  onSave: (value: string) => void;
  label: string;
  valid?: (value: string) => boolean;
}) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const save = () => {
    if (text !== value && valid(text)) onSave(text.trim());
  };
  return (
    <TextField
      aria-label={label}
      value={text}
      invalid={!valid(text)}
      onChange={(event) => setText(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing && event.keyCode !== 229) save();
      }}
    />
  );
}
