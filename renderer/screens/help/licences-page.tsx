import { useEffect, useState } from 'react';
import { useTranslation } from '../../i18n/index.ts';
import styles from './help.module.css';
import { type Notices, readNotices } from './notices.ts';

/** What the product is made of besides our own code. The text lies in a file of its own beside the page's code. */
export function LicencesPage() {
  const { t } = useTranslation('help');
  const [notices, setNotices] = useState<Notices | 'failed' | null>(null);
  useEffect(() => {
    import('../../../THIRD_PARTY_NOTICES.md?raw').then(
      (file) => setNotices(readNotices(file.default)),
      () => setNotices('failed'),
    );
  }, []);
  if (notices === null) return null;
  if (notices === 'failed') return <p role="alert">{t('licences.failed')}</p>;
  return (
    <>
      <p>{t('licences.intro')}</p>
      <div lang="en">
        {notices.parts.map(({ title, text }) => (
          <Text key={title} title={title} text={text} />
        ))}
      </div>
      <table className={styles.packages}>
        <thead>
          <tr>
            <th>{t('licences.name')}</th>
            <th>{t('about.version')}</th>
            <th>{t('licences.licence')}</th>
          </tr>
        </thead>
        <tbody lang="en">
          {notices.packages.map(({ name, version, licence }) => (
            <tr key={`${name} ${version}`}>
              <td>{name}</td>
              <td>{version}</td>
              <td>{licence}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <section className={styles.section}>
        <h3>{t('licences.texts')}</h3>
        <div lang="en">
          {notices.texts.map(({ packages, text }) => (
            <Text key={packages} title={packages} text={text} />
          ))}
        </div>
      </section>
    </>
  );
}

function Text({ title, text }: { title: string; text: string }) {
  return (
    <details className={styles.licence}>
      <summary>{title}</summary>
      <pre tabIndex={0}>{text}</pre>
    </details>
  );
}
