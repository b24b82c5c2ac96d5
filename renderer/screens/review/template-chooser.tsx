import { useQuery } from '@tanstack/react-query';
import { Dropdown } from 'antd';
import { api } from '../../api.ts';
import { useBilingual } from '../../i18n/index.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './header.module.css';
import { useT } from './use-t.ts';
import { changeTemplate } from './work/flow.ts';
import { isDraft, useWork } from './work/work-store.ts';

/** Which template and version applies, what that version changed, and the others to choose from. */
export function TemplateChooser() {
  const t = useT();
  const text = useBilingual();
  const template = useWork((work) => work.template);
  const editable = useWork((work) => isDraft(work.review));
  const list = useQuery({ queryKey: ['templates', 'list'], queryFn: () => api.templates.list() });
  if (!template) return null;
  const name = `${text(template.title)} v${template.version}`;
  return (
    <div className={styles.shrink}>
      <dt>{t('header.template')}</dt>
      <dd>
        {editable && (list.data?.length ?? 0) > 1 ? (
          <Dropdown
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
                    </span>
                  ),
                })) ?? [],
              onClick: ({ key }) => key !== template.id && changeTemplate(key),
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
