import type { ButtonHTMLAttributes, MouseEvent } from 'react';
import type { CommandId } from '../commands/commands.ts';
import { run } from '../commands/dispatcher.ts';
import { useAriaKeys, useKeyLabel } from '../commands/use-key-label.ts';
import styles from './button.module.css';
import { Icon, type IconName } from './icon.tsx';
import { Kbd } from './kbd.tsx';
import { Tip } from './tip.tsx';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: 'plain' | 'primary' | 'ghost' | 'danger';
  small?: boolean;
  /** Pressed state of a toggle. */
  on?: boolean;
  icon?: IconName;
  /** Icon only: `children` becomes the accessible name and the tooltip. */
  iconOnly?: boolean;
  /** Key printed at the end. */
  kbd?: string;
}

/** A mouse click does not keep the focus: otherwise Space would press the button again instead of playing. */
const keepFocus = (event: MouseEvent) => event.preventDefault();

export function Button({ look = 'plain', small, on, icon, iconOnly, kbd, children, className, ...rest }: ButtonProps) {
  const classes = [
    styles.button,
    styles[look],
    small && styles.small,
    on && styles.on,
    iconOnly && styles.iconOnly,
    className,
  ]
    .filter(Boolean)
    .join(' ');
  const button = (
    <button
      type="button"
      onMouseDown={keepFocus}
      {...(on === undefined ? {} : { 'aria-pressed': on })}
      className={classes}
      {...rest}
    >
      {icon && <Icon name={icon} />}
      {iconOnly ? <span className="visually-hidden">{children}</span> : children}
      {kbd && <Kbd>{kbd}</Kbd>}
    </button>
  );
  return iconOnly ? <Tip text={typeof children === 'string' ? children : ''}>{button}</Tip> : button;
}

interface CommandButtonProps extends Omit<ButtonProps, 'onClick' | 'kbd'> {
  command: CommandId;
  /** Print the key on the button; otherwise only the tooltip names it. */
  showKey?: boolean;
  /** Tooltip; the key is added. */
  tip?: string;
}

/** A button that runs a command, with its key in the tooltip. */
export function CommandButton({ command, showKey, tip, children, ...rest }: CommandButtonProps) {
  const key = useKeyLabel(command);
  const aria = useAriaKeys(command);
  const text = tip ?? (typeof children === 'string' ? children : '');
  return (
    <Tip text={text} kbd={key}>
      <Button
        {...rest}
        iconOnly={false}
        className={[rest.iconOnly && styles.iconOnly, rest.className].filter(Boolean).join(' ')}
        aria-keyshortcuts={aria}
        onClick={() => run(command)}
        {...(showKey && key ? { kbd: key } : {})}
      >
        {rest.iconOnly ? <span className="visually-hidden">{children}</span> : children}
      </Button>
    </Tip>
  );
}
