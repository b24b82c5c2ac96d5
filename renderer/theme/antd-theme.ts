/** antd's theme, read from tokens.css, so that its parts look like ours in both themes. */
import { type ThemeConfig, theme } from 'antd';

export function antdTheme(mode: 'light' | 'dark'): ThemeConfig {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    algorithm: mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      fontFamily: token('font'),
      fontSize: 13,
      lineHeight: 20 / 13,
      controlHeight: 28,
      controlHeightSM: 24,
      borderRadius: 5,
      borderRadiusLG: 8,
      borderRadiusSM: 3,
      colorPrimary: token('accent'),
      colorInfo: token('accent'),
      colorLink: token('accent-ink'),
      colorError: token('fatal'),
      colorWarning: token('serious'),
      colorSuccess: token('pass'),
      colorText: token('ink'),
      colorTextSecondary: token('ink-2'),
      colorTextTertiary: token('ink-3'),
      colorTextPlaceholder: token('ink-3'),
      colorTextDisabled: token('ink-off'),
      colorBgBase: token('surface'),
      colorBgContainer: token('surface'),
      colorBgElevated: token('surface'),
      colorBgLayout: token('app'),
      colorFillAlter: token('surface-2'),
      colorFillSecondary: token('surface-3'),
      colorBorder: token('line-ctl'),
      colorBorderSecondary: token('line'),
      colorSplit: token('line'),
      controlItemBgHover: token('surface-3'),
      controlItemBgActive: token('accent-soft'),
      controlItemBgActiveHover: token('accent-soft-2'),
      colorTextLightSolid: token('on-accent'),
      boxShadow: token('shadow-2'),
      boxShadowSecondary: token('shadow-2'),
      // Without it, what was closed stays in the page until its animation ends: where motion is reduced, for ever.
      motion: false,
    },
    components: {
      Table: { headerBg: token('surface-2'), cellPaddingBlock: 6, cellPaddingInline: 8, headerColor: token('ink-2') },
    },
  };
}
