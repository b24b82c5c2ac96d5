import type { RuleDetail } from '../../../../core/contract/index.ts';
import { Tag } from '../../../ui/tag.tsx';
import { useT } from '../use-t.ts';
import { aboutOf } from './about.ts';
import styles from './form.module.css';
import { ParamField } from './param-field.tsx';
import { type ParamField as Field, fieldsOf, type Params, textsIn } from './params-schema.ts';
import { PhraseGroups } from './phrase-groups.tsx';

interface BuiltInFormProps {
  detail: RuleDetail;
  params: Params;
  problems: ReadonlySet<string>;
  /** What the core refused, by parameter. */
  errors: Readonly<Record<string, string>>;
  onChange: (params: Params, field: string) => void;
}

/** What a built-in rule checks, what it needs, and its parameters as its schema describes them. */
export function BuiltInForm({ detail, params, problems, errors, onChange }: BuiltInFormProps) {
  const t = useT();
  const about = aboutOf(detail.id);
  const fields = fieldsOf(detail.paramsSchema);
  // What is left out of the program's phrases is shown with the phrases themselves.
  const builtIn = new Set(detail.phrases.flatMap(({ phrases }) => phrases));
  const left = { ignored: textsIn(params.ignored), groupsOff: textsIn(params.groupsOff) };
  const listed = fields.filter(({ key }) => !(detail.phrases.length > 0 && key === 'groupsOff'));
  const ofOwn = (key: string, value: unknown) =>
    key === 'ignored' ? textsIn(value).filter((phrase) => !builtIn.has(phrase)) : value;
  const whole = (key: string, value: unknown) =>
    key === 'ignored' ? [...left.ignored.filter((phrase) => builtIn.has(phrase)), ...textsIn(value)] : value;
  return (
    <>
      <section className={styles.section}>
        <h3>{t('checks')}</h3>
        {about && <p className={styles.about}>{t(`about.${about}`)}</p>}
        <p className={styles.inputs}>
          {detail.needs.length === 0 && detail.helps.length === 0 && t('needsNothing')}
          {detail.needs.length > 0 && <span>{t('needs')}</span>}
          {detail.needs.map((input) => (
            <Tag key={input} tone="accent">
              {t(`input.${input}`)}
            </Tag>
          ))}
          {detail.helps.length > 0 && <span>{t('helps')}</span>}
          {detail.helps.map((input) => (
            <Tag key={input} tone="line">
              {t(`input.${input}`)}
            </Tag>
          ))}
        </p>
      </section>
      <section className={styles.section}>
        <h3>{t('parameters')}</h3>
        {fields.length === 0 && <p className={styles.dim}>{t('noParameters')}</p>}
        {listed.length > 0 && (
          <div className={styles.fields}>
            {listed.map((field) => (
              <ParamField
                key={field.key}
                field={field}
                value={ofOwn(field.key, params[field.key])}
                stored={ofOwn(field.key, detail.params[field.key])}
                invalid={problems.has(field.key)}
                error={errors[field.key] ?? null}
                onChange={(value) =>
                  onChange({ ...params, [field.key]: whole(field.key, value) }, stepOf(field, value))
                }
              />
            ))}
          </div>
        )}
      </section>
      {detail.phrases.length > 0 && (
        <PhraseGroups
          groups={detail.phrases}
          left={left}
          onChange={(next) => onChange({ ...params, ...next }, JSON.stringify(next))}
        />
      )}
    </>
  );
}

/** Typing a number is one step; each entry of a list is its own. */
const stepOf = ({ key, kind }: Field, value: unknown): string =>
  kind === 'number' ? key : `${key} ${JSON.stringify(value)}`;
