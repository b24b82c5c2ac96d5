/** Short messages at the bottom, with at most one action (undo). They go by themselves; errors stay longer. */
import { create } from 'zustand';
import { Button } from './button.tsx';
import styles from './toast.module.css';

interface Toast {
  id: number;
  text: string;
  tone: 'info' | 'error';
  action?: { label: string; kbd?: string; run: () => void };
}

let next = 1;
const useToasts = create<{ toasts: Toast[] }>(() => ({ toasts: [] }));

/** @param ms how long it stays; default 5 s, errors 12 s. @returns a function that takes it away. */
export function toast(
  text: string,
  options: { tone?: Toast['tone']; action?: Toast['action']; ms?: number } = {},
): () => void {
  const id = next++;
  const tone = options.tone ?? 'info';
  const remove = () => useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((item) => item.id !== id) }));
  useToasts.setState(({ toasts }) => ({
    toasts: [...toasts.slice(-3), { id, text, tone, ...(options.action ? { action: options.action } : {}) }],
  }));
  setTimeout(remove, options.ms ?? (tone === 'error' ? 12_000 : 5_000));
  return remove;
}

export function Toasts({ closeLabel }: { closeLabel: string }) {
  const toasts = useToasts((state) => state.toasts);
  const remove = (id: number) =>
    useToasts.setState((state) => ({ toasts: state.toasts.filter((item) => item.id !== id) }));
  return (
    <div className={styles.toasts} role="status" aria-live="polite">
      {toasts.map(({ id, text, tone, action }) => (
        <div key={id} className={`${styles.toast} ${styles[tone]}`}>
          <span>{text}</span>
          {action && (
            <Button
              small
              onClick={() => {
                action.run();
                remove(id);
              }}
              {...(action.kbd ? { kbd: action.kbd } : {})}
            >
              {action.label}
            </Button>
          )}
          <Button small look="ghost" icon="close" iconOnly onClick={() => remove(id)}>
            {closeLabel}
          </Button>
        </div>
      ))}
    </div>
  );
}
