import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { describeError } from '../api.ts';
import { useLanguage, useTranslation } from '../i18n/index.ts';
import { queryClient } from '../query.ts';
import { antdTheme } from '../theme/antd-theme.ts';
import { TipLayer } from '../ui/tip-layer.tsx';
import { Frame } from './frame.tsx';
import { loadSettings, useTheme } from './settings.ts';

const cspNonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';

/** Where menus and lists of choices are put: a landmark of its own, outside what a dialog makes inert. */
const popupHost = () => document.getElementById('popups')!;

export function App() {
  const { t } = useTranslation();
  const language = useLanguage();
  const mode = useTheme();
  const [state, setState] = useState<'loading' | 'ready' | Error>('loading');
  useEffect(() => {
    document.documentElement.dataset.theme = mode;
    dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  }, [mode, language]);
  useEffect(() => {
    loadSettings().then(
      () => setState('ready'),
      (error: unknown) => setState(error instanceof Error ? error : new Error(String(error))),
    );
  }, []);
  const theme = useMemo(() => {
    // The tokens are read from the page, so the theme must be on it first.
    document.documentElement.dataset.theme = mode;
    return antdTheme(mode);
  }, [mode]);
  if (state === 'loading') return null;
  return (
    <QueryClientProvider client={queryClient}>
      <ConfigProvider
        locale={language === 'zh' ? zhCN : enUS}
        theme={theme}
        csp={{ nonce: cspNonce }}
        button={{ autoInsertSpace: false }}
        getPopupContainer={popupHost}
      >
        {state === 'ready' ? (
          <>
            <Frame />
            <TipLayer />
            {createPortal(<section id="popups" aria-label={t('popups')} />, document.body)}
          </>
        ) : (
          <p role="alert" style={{ padding: 32 }}>
            {describeError(state, language)}
          </p>
        )}
      </ConfigProvider>
    </QueryClientProvider>
  );
}
