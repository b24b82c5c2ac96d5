/**
 * Stands in for the scroll lock of antd's dialogs (vite.config.ts). The window itself never scrolls, so there is
 * nothing to lock; and the lock's style elements carry no nonce, so the page's policy would refuse each of them.
 */
export default function useScrollLocker(): void {}
