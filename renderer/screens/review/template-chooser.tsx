import { useQuery } from '@tanstack/react-query';
import { Dropdown } from 'antd';
import { api } from '../../api.ts';
import { useBilingual } from '../../i18n/index.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './header.module.css';
import { TemplateDialog } from './template-dialog.tsx';
import { useT } from './use-t.ts';
import { changeTemplate } from './work/change-template.ts';
import { isDraft, useWork } from './work/work-store.ts';

/** Which template and version applies, what that version changed, and the others to choose from. */
export function TemplateChooser() {
  const t = useT();
  const text = useBilingual();
  const template = useWork((work) => work.template);
  const editable = useWork((work) => isDraft(work.review));
  const list = useQuery({ queryKey: ['templates', 'list'], queryFn: () => api.templates.list() });
  const setAside = useWork((work) => work.review?.setAside);
  if (!template) return null;
  const kept = (id: string) => setAside?.find(({ templateId }) => templateId === id)?.answers ?? 0;
  const name = `${text(template.title)} v${template.version}`;
  return (
    <div className={styles.shrink}>
      <TemplateDialog />
      <dt>{t('header.template')}</dt>
      <dd>
        {editable && (list.data?.length ?? 0) > 1 ? (
          <Dropdown
            autoFocus
            trigger={['click']}
            menu={{
              selectable: true,
              selectedKeys: [template.id],
              items:
                list.data?.map(({ id, title, version, notes }) => ({
                  key: id,
                  label: (
                    <span className={styles.choice}>
                      {`${text(title)} v${version}`}
                      {notes && <small>{text(notes)}</small>}
                      {kept(id) > 0 && <small>{t('template.waiting', { n: kept(id) })}</small>}
                    </span>
                  ),
                })) ?? [],
              onClick: ({ key }) => {
                const chosen = list.data?.find(({ id }) => id === key);
                if (chosen && chosen.id !== template.id) void changeTemplate(chosen);
              },
            }}
          >
            <button
              type="button"
              className={styles.template}
              title={[name, template.notes && text(template.notes), t('header.changeTemplate')]
                .filter(Boolean)
                .join('\n')}
              onMouseDown={(event) => event.preventDefault()}
            >
              <span>{name}</span>
              <Icon name="down" size={12} />
            </button>
          </Dropdown>
        ) : (
          <span title={template.notes && text(template.notes)}>{name}</span>
        )}
      </dd>
    </div>
  );
}
