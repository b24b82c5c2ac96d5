/** Agent, team, direction and start of one call or of those that are ticked. */
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import type { RecordingRow } from '../../../core/contract/index.ts';
import { api, describeError } from '../../api.ts';
import { exactDateTime } from '../../i18n/format.ts';
import { useLanguage, useTranslation } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSettings } from '../settings.ts';
import styles from './call-facts-dialog.module.css';
import { closeCallFacts, correctCalls, useCallFacts } from './correct-calls.ts';
import { changeOf, type FieldName, formOf } from './facts-form.ts';

/** Of more calls than this the fields show nothing: as though they differed. */
const READ = 1000;

export function CallFactsDialog() {
  const ids = useCallFacts((state) => state.ids);
  const rows = useQuery({
    queryKey: ['recordings', 'facts', ids],
    queryFn: async () => {
      const filter = { ids: ids!.slice(0, READ) };
      const sort = { by: 'startedAt', descending: true } as const;
      return (await api.recordings.list({ filter, sort, offset: 0, limit: READ })).rows;
    },
    enabled: ids !== null,
    gcTime: 0,
  });
  return ids && rows.data ? <Form key={ids.join()} rows={rows.data} count={ids.length} /> : null;
}

function Form({ rows, count }: { rows: readonly RecordingRow[]; count: number }) {
  const { t } = useTranslation(['callFacts', 'common']);
  const language = useLanguage();
  const id = useId();
  const zone = useSettings((settings) => settings.timeZone);
  const [{ form: before, mixed }] = useState(() => formOf(rows, (ms) => exactDateTime(ms, zone)));
  const [now, setNow] = useState(before);
  const [failed, setFailed] = useState<unknown>(null);
  const [saving, setSaving] = useState(false);
  const teams = useQuery({
    queryKey: ['recordings', 'facets', {}],
    queryFn: () => api.recordings.facets({ filter: {} }),
  });
  const agents = useQuery({
    queryKey: ['search', 'agents', now.agentId],
    queryFn: () => api.search.suggestAgents({ text: now.agentId.slice(0, 50) }),
  });
  const change = changeOf(before, now);
  const set = (field: FieldName, value: string) => {
    setNow({ ...now, [field]: value });
    setFailed(null);
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (saving) return;
    setSaving(true);
    try {
      await correctCalls(change);
    } catch (error) {
      setFailed(error);
      setSaving(false);
    }
  };
  const field = (name: Exclude<FieldName, 'direction'>, list?: string) => (
    <>
      <label htmlFor={`${id}-${name}`}>{t(name)}</label>
      <TextField
        id={`${id}-${name}`}
        value={now[name]}
        list={list}
        maxLength={name === 'start' ? 100 : 200}
        placeholder={mixed.has(name) ? t('mixed') : name === 'start' ? t('startHint') : t('unknown')}
        onChange={({ target }) => set(name, target.value)}
      />
    </>
  );
  return (
    <Dialog
      title={count === 1 ? t('title') : t('titleMany', { n: count })}
      width={480}
      sticky
      closeLabel={t('common:close')}
      onClose={closeCallFacts}
      footer={
        <>
          <Button onClick={closeCallFacts}>{t('common:cancel')}</Button>
          <Button
            look="primary"
            type="submit"
            form={`${id}-form`}
            disabled={saving || Object.keys(change).length === 0}
          >
            {t('save')}
          </Button>
        </>
      }
    >
      <p className={styles.note}>{t('note')}</p>
      <form id={`${id}-form`} className={styles.fields} onSubmit={(event) => void save(event)}>
        {field('agentId', `${id}-agents`)}
        {field('agentName')}
        {now.agentName !== before.agentName && <p className={styles.hint}>{t('agentNameHint')}</p>}
        {field('team', `${id}-teams`)}
        <span>{t('direction')}</span>
        <Segmented
          label={t('direction')}
          value={now.direction}
          options={[
            { value: 'inbound', label: t('common:inbound') },
            { value: 'outbound', label: t('common:outbound') },
            { value: '', label: t(mixed.has('direction') ? 'mixed' : 'unknown') },
          ]}
          onChange={(value) => set('direction', value)}
        />
        {field('start')}
        <datalist id={`${id}-agents`}>
          {agents.data?.map(({ agentId, agentName, team }) => (
            <option key={agentId} value={agentId}>
              {[agentName, team].filter(Boolean).join(' · ')}
            </option>
          ))}
        </datalist>
        <datalist id={`${id}-teams`}>
          {teams.data?.teams
            .filter(({ value }) => value !== '')
            .map(({ value }) => (
              <option key={value} value={value} />
            ))}
        </datalist>
      </form>
      {failed !== null && (
        <p className={styles.error} role="alert">
          {describeError(failed, language)}
        </p>
      )}
    </Dialog>
  );
}
