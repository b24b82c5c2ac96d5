import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { bytes } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/index.ts';
import styles from './help.module.css';

/** Folders and files of a library, as `core/create-core.ts` lays them out. */
const places = [
  ['library.db', 'database'],
  ['media', 'media'],
  ['models', 'models'],
  ['exports', 'exports'],
  ['backups', 'backups'],
  ['logs', 'logs'],
] as const;

export function AboutPage() {
  const { t } = useTranslation(['help', 'common']);
  const { data } = useQuery({ queryKey: ['app', 'info'], queryFn: () => api.app.info() });
  return (
    <>
      <section className={styles.section}>
        <h3>{t('common:appName')}</h3>
        <dl className={styles.figures}>
          <Row name={t('about.version')} value={data?.version} />
          <Row name={t('about.library')} value={data?.library} />
          <Row name={t('about.recordings')} value={data?.recordings.toLocaleString()} />
          {data?.freeBytes != null && <Row name={t('about.free')} value={bytes(data.freeBytes)} />}
        </dl>
        <p>{t('about.licence')}</p>
      </section>
      <section className={styles.section}>
        <h3>{t('about.where')}</h3>
        <p>{t('about.local')}</p>
        <dl className={styles.figures}>
          {places.map(([file, what]) => (
            <div key={file}>
              <dt>
                <code>{file}</code>
              </dt>
              <dd>{t(`about.${what}`)}</dd>
            </div>
          ))}
        </dl>
        <p>{t('about.originals')}</p>
      </section>
    </>
  );
}

function Row({ name, value }: { name: string; value: string | undefined }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={styles.path}>{value ?? '—'}</dd>
    </div>
  );
}
