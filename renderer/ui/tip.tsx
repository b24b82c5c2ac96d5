import { Tooltip } from 'antd';
import type { ReactElement } from 'react';
import styles from './tip.module.css';

/** Tooltip that names the key. */
export function Tip({ text, kbd, children }: { text: string; kbd?: string; children: ReactElement }) {
  return (
    <Tooltip
      mouseEnterDelay={0.4}
      title={
        text && (
          <span className={styles.tip}>
            {text}
            {kbd && <kbd>{kbd}</kbd>}
          </span>
        )
      }
    >
      {children}
    </Tooltip>
  );
}
